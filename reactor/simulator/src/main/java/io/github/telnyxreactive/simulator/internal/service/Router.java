package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint for the method and the path of a request. */
public final class Router {

    private static final ServiceResponse NO_SUCH_PATH = ServiceErrors.notFound("path");

    private final List<Endpoint<?>> endpoints;

    /**
     * Creates a router.
     *
     * @param endpoints the endpoints; if several match, the first one is selected
     */
    public Router(List<Endpoint<?>> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    /**
     * Finds the endpoint for a request.
     *
     * @param method the method of the request
     * @param path the raw path, without the query and without the path of the base URL
     * @return a route to the endpoint, or one that rejects the request
     */
    public Route route(String method, String path) {
        boolean known = false;
        for (Endpoint<?> endpoint : endpoints) {
            Optional<List<String>> values = endpoint.path().match(path);
            if (values.isPresent()) {
                if (endpoint.method().name().equals(method)) {
                    return new Route(endpoint, values.get(), NO_SUCH_PATH);
                }
                known = true;
            }
        }
        return Route.rejecting(known ? methodNotAllowed(method, path) : NO_SUCH_PATH);
    }

    private ServiceResponse methodNotAllowed(String method, String path) {
        String allowed = endpoints.stream()
                .filter(endpoint -> endpoint.path().match(path).isPresent())
                .map(endpoint -> endpoint.method().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return ServiceErrors.methodNotAllowed(method, allowed);
    }

    /**
     * The destination of a request.
     *
     * @param endpoint the endpoint, {@code null} if there is none
     * @param pathValues the decoded values of the path variables
     * @param rejection the response if there is no endpoint
     */
    public record Route(@Nullable Endpoint<?> endpoint, List<String> pathValues, ServiceResponse rejection) {

        /**
         * Creates a route that rejects the request.
         *
         * @param rejection the response
         * @return a route without an endpoint
         */
        public static Route rejecting(ServiceResponse rejection) {
            return new Route(null, List.of(), rejection);
        }
    }
}
