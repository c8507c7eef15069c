/** Writes journals to files, on a thread that may block. */
@NullMarked
package io.github.telnyxreactive.internal.journal;

import org.jspecify.annotations.NullMarked;
