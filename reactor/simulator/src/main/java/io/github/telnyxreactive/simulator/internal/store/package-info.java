/** The state of the simulated service, and the pseudo-random values that it generates. */
@NullMarked
package io.github.telnyxreactive.simulator.internal.store;

import org.jspecify.annotations.NullMarked;
