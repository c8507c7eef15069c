/** Operators for which no composition of Reactor's own operators would do, and their building blocks. */
@NullMarked
package io.github.telnyxreactive.internal.operator;

import org.jspecify.annotations.NullMarked;
