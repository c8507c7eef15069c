/** Turns what is known into lines of text. Nothing here reads, writes, waits or asks for the time. */
@NullMarked
package io.github.telnyxreactive.cli.internal.rendering;

import org.jspecify.annotations.NullMarked;
