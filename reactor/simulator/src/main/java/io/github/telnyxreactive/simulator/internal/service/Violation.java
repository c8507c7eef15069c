package io.github.telnyxreactive.simulator.internal.service;

import java.util.List;

/**
 * A part of a request that the service does not accept.
 *
 * @param loc the location: {@code body} or {@code query}, followed by field names and list positions
 * @param msg what is wrong
 * @param type the kind of violation
 */
record Violation(List<Object> loc, String msg, String type) {

    Violation {
        loc = List.copyOf(loc);
    }
}
