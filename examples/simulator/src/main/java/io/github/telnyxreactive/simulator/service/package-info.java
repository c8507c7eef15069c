/** What the simulated service does with a request, apart from how requests and answers travel. */
@NullMarked
package io.github.telnyxreactive.simulator.service;

import org.jspecify.annotations.NullMarked;
