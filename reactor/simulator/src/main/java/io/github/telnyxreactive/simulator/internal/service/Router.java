package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.Endpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the endpoint that a method and a path address. */
public final class Router {

    private static final ServiceResponse NO_SUCH_PATH = ErrorAnswers.notFound("such path");

    private final List<Endpoint<?>> endpoints;

    /**
     * Creates the routes.
     *
     * @param endpoints the endpoints; where two match, the first is meant
     */
    public Router(List<Endpoint<?>> endpoints) {
        this.endpoints = List.copyOf(endpoints);
    }

    /**
     * Finds an endpoint.
     *
     * @param method the method of the request
     * @param path the raw path, without query and without the path of the base URL
     * @return the endpoint, or the answer that says why there is none
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
        return Route.none(known ? wrongMethod(method, path) : NO_SUCH_PATH);
    }

    private ServiceResponse wrongMethod(String method, String path) {
        String allowed = endpoints.stream()
                .filter(endpoint -> endpoint.path().match(path).isPresent())
                .map(endpoint -> endpoint.method().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return ErrorAnswers.methodNotAllowed(method, allowed);
    }

    /**
     * Where a request goes.
     *
     * @param endpoint the endpoint, {@code null} if there is none
     * @param pathValues the decoded values of the variables of the path
     * @param refusal the answer if there is no endpoint
     */
    public record Route(@Nullable Endpoint<?> endpoint, List<String> pathValues, ServiceResponse refusal) {

        /**
         * Goes nowhere.
         *
         * @param refusal the answer
         * @return a route without an endpoint
         */
        public static Route none(ServiceResponse refusal) {
            return new Route(null, List.of(), refusal);
        }
    }
}
