/** Starts suites and follows their runs. */
@NullMarked
package io.github.telnyxreactive.cli.internal.running;

import org.jspecify.annotations.NullMarked;
