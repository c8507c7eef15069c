/** Checks for the tests of this project that run on Netty: no leaked buffers, no blocking on event loops. */
@NullMarked
package io.github.telnyxreactive.simulator.internal.netty;

import org.jspecify.annotations.NullMarked;
