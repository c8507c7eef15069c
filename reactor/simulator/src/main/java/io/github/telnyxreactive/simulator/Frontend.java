package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.service.Router;
import io.github.telnyxreactive.simulator.internal.service.Router.Route;
import io.github.telnyxreactive.simulator.internal.service.ServiceErrors;
import io.github.telnyxreactive.simulator.internal.service.ServiceRequest;
import io.github.telnyxreactive.simulator.internal.service.ServiceResponse;
import io.github.telnyxreactive.simulator.internal.service.SimulatedService;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http2.HttpConversionUtil.ExtensionHeaderNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The front end of the service: routes and records requests, limits their rate, and applies faults. */
final class Frontend {

    static final String BASE_PATH = "/v2";

    private static final byte[] EMPTY = new byte[0];

    // Netty adds these headers to a request that it receives over HTTP/2; the client did not send them.
    private static final Set<String> ADDED_BY_NETTY = Arrays.stream(ExtensionHeaderNames.values())
            .map(name -> name.text().toString())
            .collect(Collectors.toUnmodifiableSet());

    private final Settings settings;
    private final Router router = new Router(Catalogue.endpoints());
    private final AtomicLong requestIds = new AtomicLong();
    private final SeededRandom random;
    private final SimulatedService service;
    private final FaultPlan faults;
    private final RequestLog log;
    private final Gates gates;
    private final @Nullable FixedWindowLimit rateLimit;

    Frontend(Settings settings) {
        this.settings = settings;
        this.random = new SeededRandom(settings.service().seed());
        this.service = new SimulatedService(settings.service(), random);
        this.faults = new FaultPlan(random, settings.service().clock());
        settings.rules().forEach(faults::add);
        this.gates = new Gates(new PartGate(settings.streamPause()), new PartGate(Duration.ZERO));
        this.log = new RequestLog(settings.recordedRequests());
        Integer limit = settings.rateLimit();
        this.rateLimit = limit == null
                ? null
                : new FixedWindowLimit(
                        limit, settings.rateWindow(), settings.service().clock());
    }

    SimulatedService service() {
        return service;
    }

    FaultPlan faults() {
        return faults;
    }

    Gates gates() {
        return gates;
    }

    RequestLog log() {
        return log;
    }

    Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(EMPTY)
                .flatMap(body -> respond(request, response, body));
    }

    private Mono<Void> respond(HttpServerRequest request, HttpServerResponse response, byte[] body) {
        String uri = request.uri();
        Route route = route(request.method().name(), path(uri));
        Endpoint<?> endpoint = route.endpoint();
        String operation = endpoint == null ? null : endpoint.name();
        Map<String, List<String>> headers = headers(request);
        Fault fault = faults.next(operation);
        RequestLog.Entry entry = log.add(new RecordedRequest(
                operation,
                request.method().name(),
                uri,
                request.version().text(),
                headers,
                body,
                fault == null ? null : fault.name(),
                null,
                settings.service().clock().instant()));
        FixedWindowLimit.Decision limited = rateLimit == null ? null : rateLimit.next();
        ServerExchange exchange = new ServerExchange(
                request,
                response,
                entry,
                limited,
                random.id(Stream.REQUEST_ID, requestIds.getAndIncrement()),
                gates,
                settings.service().clock(),
                () -> accept(route, uri, headers, body, limited));
        return fault == null ? exchange.process().flatMap(exchange::send) : fault.apply(exchange);
    }

    private Supplier<ServiceResponse> accept(
            Route route,
            String uri,
            Map<String, List<String>> headers,
            byte[] body,
            FixedWindowLimit.@Nullable Decision limited) {
        if (limited != null && !limited.isAllowed()) {
            ServiceResponse rejection = ServiceErrors.tooManyRequests();
            return () -> settings.retryAfterOn429() ? Fault.withRetryAfter(rejection, limited.untilReset()) : rejection;
        }
        Endpoint<?> endpoint = route.endpoint();
        if (endpoint == null) {
            return route::rejection;
        }
        Map<String, List<String>> query;
        try {
            query = new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, 1024, true).parameters();
        } catch (IllegalArgumentException e) {
            return () -> ServiceErrors.badRequest("The query is malformed: " + e.getMessage());
        }
        return service.accept(new ServiceRequest(endpoint, path(uri), route.pathValues(), query, headers, body, false));
    }

    private Route route(String method, String path) {
        return path.startsWith(BASE_PATH + "/")
                ? router.route(method, path.substring(BASE_PATH.length()))
                : Route.rejecting(ServiceErrors.notFound("path"));
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.requestHeaders().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!ADDED_BY_NETTY.contains(name)) {
                headers.computeIfAbsent(name, key -> new ArrayList<>(1)).add(header.getValue());
            }
        });
        return headers;
    }
}
