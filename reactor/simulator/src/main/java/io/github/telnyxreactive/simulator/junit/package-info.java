/** A JUnit 5 extension that provides simulators to tests. */
@NullMarked
package io.github.telnyxreactive.simulator.junit;

import org.jspecify.annotations.NullMarked;
