/** Arithmetic on durations. */
@NullMarked
package io.github.telnyxreactive.internal.time;

import org.jspecify.annotations.NullMarked;
