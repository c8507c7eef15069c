/** What the simulated service remembers, and the pseudo-random values it makes up. */
@NullMarked
package io.github.telnyxreactive.simulator.store;

import org.jspecify.annotations.NullMarked;
