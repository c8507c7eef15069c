/** Renders the state of a batch as lines of text. Nothing here does I/O, waits or reads a clock. */
@NullMarked
package io.github.telnyxreactive.cli.internal.rendering;

import org.jspecify.annotations.NullMarked;
