/** Operators written by hand where a composition of Reactor's own would lose a promise, and what they are built on. */
@NullMarked
package io.github.telnyxreactive.internal.operator;

import org.jspecify.annotations.NullMarked;
