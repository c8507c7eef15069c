/** Turns what is known into lines of text. Nothing here reads, writes, waits or asks for the time. */
@NullMarked
package io.github.telnyxreactive.batch.rendering;

import org.jspecify.annotations.NullMarked;
