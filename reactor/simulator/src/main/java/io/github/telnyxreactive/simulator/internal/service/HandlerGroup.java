package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import java.util.Map;
import java.util.function.Function;

/** The handlers of the endpoints of one resource. */
interface HandlerGroup {

    /**
     * Returns the handlers.
     *
     * @return a handler for each endpoint of the resource; handlers may throw {@link RejectedException}
     */
    Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers();
}
