/** The simulated service: how it handles a request, independent of the transport. */
@NullMarked
package io.github.telnyxreactive.simulator.internal.service;

import org.jspecify.annotations.NullMarked;
