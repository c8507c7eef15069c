/** What is known of the suites and their runs. Nothing here reads, writes, waits or asks for the time. */
@NullMarked
package io.github.telnyxreactive.batch.progress;

import org.jspecify.annotations.NullMarked;
