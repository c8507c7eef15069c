/**
 * Reports of batches: what was to run, what has run, and how it ended, as JUnit XML and Markdown, and as JSON that can be
 * read back.
 *
 * <p>Writing and reading block the calling thread: it must not be one of Reactor's non-blocking threads.
 */
@NullMarked
package io.github.telnyxreactive.bulk.report;

import org.jspecify.annotations.NullMarked;
