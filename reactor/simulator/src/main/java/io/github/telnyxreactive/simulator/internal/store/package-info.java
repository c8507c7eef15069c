/**
 * What the simulated service remembers, and the pseudo-random values it makes up. It is a part of the simulator and not
 * meant for use by others.
 */
@NullMarked
package io.github.telnyxreactive.simulator.internal.store;

import org.jspecify.annotations.NullMarked;
