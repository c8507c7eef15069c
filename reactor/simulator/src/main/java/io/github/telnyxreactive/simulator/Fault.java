package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ServiceErrors;
import io.github.telnyxreactive.simulator.internal.service.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A failure that the simulator injects in place of a regular response. Unless stated otherwise, a fault replaces the
 * service: the request is recorded, but neither validated nor processed. A fault is immutable and can be used in any
 * number of rules.
 *
 * @see Simulator#inject(FaultRule)
 */
public final class Fault {

    private final String name;
    private final @Nullable Object detail;
    private final Function<ServerExchange, Mono<Void>> effect;

    private Fault(String name, @Nullable Object detail, Function<ServerExchange, Mono<Void>> effect) {
        this.name = name;
        this.detail = detail;
        this.effect = effect;
    }

    private static Fault response(String name, @Nullable Object detail, ServiceResponse response) {
        return new Fault(name, detail, exchange -> exchange.send(response));
    }

    /**
     * Processes the request and responds after a delay, even if the client disconnects in the meantime. The API key is
     * checked and an idempotency key is claimed immediately, so that a second request with the same key finds the first
     * one in progress.
     *
     * @param duration the delay, in real time; not negative
     * @return the fault, named {@code latency}
     */
    public static Fault latency(Duration duration) {
        requireNotNegative(duration);
        return new Fault("latency", duration, exchange -> exchange.processAfter(duration));
    }

    /**
     * Responds with status 429 and without a wait.
     *
     * @return the fault, named {@code too-many-requests}
     */
    public static Fault tooManyRequests() {
        return response("too-many-requests", null, ServiceErrors.tooManyRequests());
    }

    /**
     * Responds with status 429 and a wait: in {@code Retry-After}, in seconds rounded up, and also in
     * {@code Retry-After-Ms} unless it is a whole number of seconds.
     *
     * @param retryAfter the wait that is requested of the client; not negative
     * @return the fault, named {@code too-many-requests}
     */
    public static Fault tooManyRequests(Duration retryAfter) {
        return response("too-many-requests", retryAfter, withRetryAfter(ServiceErrors.tooManyRequests(), retryAfter));
    }

    /**
     * Responds with status 401, as to an API key that has been revoked.
     *
     * @return the fault, named {@code unauthorized}
     */
    public static Fault unauthorized() {
        return response("unauthorized", null, ServiceErrors.unauthorized());
    }

    /**
     * Responds with status 500 and an error in JSON.
     *
     * @return the fault, named {@code internal-server-error}
     */
    public static Fault internalServerError() {
        return response("internal-server-error", null, ServiceErrors.internalServerError());
    }

    /**
     * Responds with status 502 and an HTML page.
     *
     * @return the fault, named {@code bad-gateway}
     */
    public static Fault badGateway() {
        String page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
        return response("bad-gateway", null, text(502, "text/html", page));
    }

    /**
     * Responds with status 503 and without a wait.
     *
     * @return the fault, named {@code service-unavailable}
     */
    public static Fault serviceUnavailable() {
        return response("service-unavailable", null, ServiceErrors.serviceUnavailable());
    }

    /**
     * Responds with status 503 and a wait, as {@link #tooManyRequests(Duration)} does.
     *
     * @param retryAfter the wait that is requested of the client; not negative
     * @return the fault, named {@code service-unavailable}
     */
    public static Fault serviceUnavailable(Duration retryAfter) {
        return response(
                "service-unavailable", retryAfter, withRetryAfter(ServiceErrors.serviceUnavailable(), retryAfter));
    }

    /**
     * Resets the connection, or the stream on HTTP/2, without processing the request.
     *
     * @return the fault, named {@code reset-before}
     */
    public static Fault resetBeforeProcessing() {
        return new Fault("reset-before", null, ServerExchange::reset);
    }

    /**
     * Processes the request, then resets the connection, or the stream on HTTP/2, instead of responding. A streamed
     * response is cut off after the first half of its parts.
     *
     * @return the fault, named {@code reset-after}
     */
    public static Fault resetAfterProcessing() {
        return new Fault("reset-after", null, exchange -> exchange.process().flatMap(exchange::cutOff));
    }

    /**
     * Processes the request, sends the first half of the response body (of a streamed response, the first half of its
     * parts), and closes the connection, or resets the stream on HTTP/2.
     *
     * @return the fault, named {@code truncated-body}
     */
    public static Fault truncatedBody() {
        return new Fault("truncated-body", null, exchange -> exchange.process().flatMap(exchange::sendHalf));
    }

    /**
     * Processes the request, and responds with a successful status and a body that is declared as JSON, but is not
     * JSON.
     *
     * @return the fault, named {@code garbage}
     */
    public static Fault garbage() {
        return new Fault(
                "garbage",
                null,
                exchange -> exchange.process()
                        .map(response -> text(
                                response.isSuccess() ? response.status() : 200,
                                "application/json",
                                "{\"data\":[{\u0000<\u00e9"))
                        .flatMap(exchange::send));
    }

    /**
     * Neither processes the request nor responds; the connection stays open.
     *
     * @return the fault, named {@code silence}
     */
    public static Fault silence() {
        return new Fault("silence", null, exchange -> Mono.never());
    }

    /**
     * Processes the request, and sends the response body byte by byte.
     *
     * @param pause the pause before each byte, in real time; not negative
     * @return the fault, named {@code drip}
     */
    public static Fault drip(Duration pause) {
        requireNotNegative(pause);
        return new Fault(
                "drip", pause, exchange -> exchange.process().flatMap(response -> exchange.drip(response, pause)));
    }

    /**
     * Responds with the given status and body.
     *
     * @param status the HTTP status, from 200 to 599
     * @param body the body, sent in UTF-8
     * @param contentType the content type of the body
     * @return the fault, named {@code status}
     */
    public static Fault status(int status, String body, String contentType) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("the status of a response must be from 200 to 599, but was " + status);
        }
        return response("status", status, text(status, contentType, body));
    }

    /**
     * Responds with status 307 and no body.
     *
     * @param location the URI to redirect to, sent in {@code Location}
     * @return the fault, named {@code redirect}
     */
    public static Fault redirect(String location) {
        return response("redirect", location, ServiceResponse.empty(307).withHeader("location", location));
    }

    private static ServiceResponse text(int status, String contentType, String body) {
        return ServiceResponse.of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    static ServiceResponse withRetryAfter(ServiceResponse response, Duration wait) {
        requireNotNegative(wait);
        ServiceResponse inSeconds =
                response.withHeader("retry-after", Long.toString(FixedWindowLimit.secondsRoundedUp(wait)));
        return wait.getNano() == 0 ? inSeconds : inSeconds.withHeader("retry-after-ms", Long.toString(wait.toMillis()));
    }

    private static void requireNotNegative(Duration wait) {
        if (wait.isNegative()) {
            throw new IllegalArgumentException("a wait must not be negative, but was " + wait);
        }
    }

    /**
     * Returns the name of the fault, as used by {@link RecordedRequest#fault()} and {@link FaultRule#parse(String)}.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    Mono<Void> apply(ServerExchange exchange) {
        return effect.apply(exchange);
    }

    @Override
    public String toString() {
        return detail == null ? name : name + "(" + detail + ")";
    }
}
