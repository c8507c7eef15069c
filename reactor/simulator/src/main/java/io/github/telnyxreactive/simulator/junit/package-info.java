/** The simulator as an extension of JUnit 5. */
@NullMarked
package io.github.telnyxreactive.simulator.junit;

import org.jspecify.annotations.NullMarked;
