package io.github.telnyxreactive.simulator.internal.service;

import java.util.List;

/**
 * Something in a request that the service does not accept.
 *
 * @param loc where it is: names of fields and positions in lists, from the body or the query on
 * @param msg what is wrong
 * @param type the kind of violation
 */
record Violation(List<Object> loc, String msg, String type) {

    Violation {
        loc = List.copyOf(loc);
    }
}
