/** Starts suites and follows their runs. */
@NullMarked
package io.github.telnyxreactive.batch.running;

import org.jspecify.annotations.NullMarked;
