/** Writes the result of a batch to files for build servers. Nothing here waits or reads a clock. */
@NullMarked
package io.github.telnyxreactive.cli.internal.report;

import org.jspecify.annotations.NullMarked;
