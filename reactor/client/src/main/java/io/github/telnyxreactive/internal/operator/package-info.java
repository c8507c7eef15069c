/** Operators of the client that compositions of Reactor's own cannot replace. */
@NullMarked
package io.github.telnyxreactive.internal.operator;

import org.jspecify.annotations.NullMarked;
