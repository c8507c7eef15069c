package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.operation.Catalogue;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.service.ErrorAnswers;
import io.github.telnyxreactive.simulator.internal.service.Router;
import io.github.telnyxreactive.simulator.internal.service.Router.Route;
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

/** What stands before the service: routes, records, limits, and lets requests run into faults. */
final class Frontend {

    static final String BASE_PATH = "/v2";

    private static final byte[] NOTHING = new byte[0];

    // Netty adds these to the header of a request that came by HTTP/2; nobody sent them.
    private static final Set<String> NOT_SENT = Arrays.stream(ExtensionHeaderNames.values())
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
    private final @Nullable ServiceRateLimit rateLimit;

    Frontend(Settings settings) {
        this.settings = settings;
        this.random = new SeededRandom(settings.service().seed());
        this.service = new SimulatedService(settings.service(), random);
        this.faults = new FaultPlan(random);
        this.gates = new Gates(new StreamGate(settings.streamPause()), new StreamGate(Duration.ZERO));
        this.log = new RequestLog(settings.recordedRequests());
        Integer limit = settings.rateLimit();
        this.rateLimit = limit == null
                ? null
                : new ServiceRateLimit(
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
                .defaultIfEmpty(NOTHING)
                .flatMap(body -> answer(request, response, body));
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, byte[] body) {
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
        ServiceRateLimit.Permit permit = rateLimit == null ? null : rateLimit.take();
        ServerExchange exchange = new ServerExchange(
                request,
                response,
                entry,
                permit,
                random.id(Stream.REQUEST_ID, requestIds.getAndIncrement()),
                gates,
                () -> accept(route, uri, headers, body, permit));
        return fault == null ? exchange.carryOut().flatMap(exchange::send) : fault.apply(exchange);
    }

    private Supplier<ServiceResponse> accept(
            Route route,
            String uri,
            Map<String, List<String>> headers,
            byte[] body,
            ServiceRateLimit.@Nullable Permit permit) {
        if (permit != null && !permit.isAllowed()) {
            ServiceResponse refusal = ErrorAnswers.tooManyRequests();
            return () -> settings.retryAfterOn429() ? Fault.withRetryAfter(refusal, permit.untilReset()) : refusal;
        }
        Endpoint<?> endpoint = route.endpoint();
        if (endpoint == null) {
            return route::refusal;
        }
        Map<String, List<String>> query;
        try {
            query = new QueryStringDecoder(uri, StandardCharsets.UTF_8, true, 1024, true).parameters();
        } catch (IllegalArgumentException e) {
            return () -> ErrorAnswers.badRequest("The query is malformed: " + e.getMessage());
        }
        return service.accept(new ServiceRequest(endpoint, path(uri), route.pathValues(), query, headers, body));
    }

    private Route route(String method, String path) {
        return path.startsWith(BASE_PATH + "/")
                ? router.route(method, path.substring(BASE_PATH.length()))
                : Route.none(ErrorAnswers.notFound("such path"));
    }

    private static String path(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    private static Map<String, List<String>> headers(HttpServerRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        request.requestHeaders().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!NOT_SENT.contains(name)) {
                headers.computeIfAbsent(name, key -> new ArrayList<>(1)).add(header.getValue());
            }
        });
        return headers;
    }
}
