/** A stateful stand-in for the service, to test against: in process, as a JUnit extension or as a program. */
@NullMarked
package io.github.telnyxreactive.simulator;

import org.jspecify.annotations.NullMarked;
