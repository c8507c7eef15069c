/**
 * What the simulated service does with a request, apart from how requests and answers travel. It is a part of the
 * simulator and not meant for use by others.
 */
@NullMarked
package io.github.telnyxreactive.simulator.internal.service;

import org.jspecify.annotations.NullMarked;
