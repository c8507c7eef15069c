package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ErrorAnswers;
import io.github.telnyxreactive.simulator.internal.service.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Something that goes wrong with a request. Unless it says otherwise, a fault takes the place of the service: the request
 * is neither checked nor carried out.
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

    private static Fault answer(String name, @Nullable Object detail, ServiceResponse answer) {
        return new Fault(name, detail, exchange -> exchange.send(answer));
    }

    /**
     * Carries the request out and answers it after a while, even if the caller leaves in the meantime. The API key is
     * checked and an idempotency key is claimed at once, so that a second request with the same key meets the first.
     *
     * @param duration how long to wait, in real time
     * @return the fault, named {@code latency}
     */
    public static Fault latency(Duration duration) {
        notNegative(duration);
        return new Fault("latency", duration, exchange -> exchange.carryOutAfter(duration));
    }

    /**
     * Answers with status 429, without saying how long to wait.
     *
     * @return the fault, named {@code too-many-requests}
     */
    public static Fault tooManyRequests() {
        return answer("too-many-requests", null, ErrorAnswers.tooManyRequests());
    }

    /**
     * Answers with status 429, and says how long to wait: in {@code Retry-After}, in seconds rounded up, and where these
     * are not exact, in {@code Retry-After-Ms} as well.
     *
     * @param retryAfter how long to wait
     * @return the fault, named {@code too-many-requests}
     */
    public static Fault tooManyRequests(Duration retryAfter) {
        return answer("too-many-requests", retryAfter, withRetryAfter(ErrorAnswers.tooManyRequests(), retryAfter));
    }

    /**
     * Answers with status 500 and an error in JSON.
     *
     * @return the fault, named {@code internal-server-error}
     */
    public static Fault internalServerError() {
        return answer("internal-server-error", null, ErrorAnswers.internalServerError());
    }

    /**
     * Answers with status 502 and a page in HTML.
     *
     * @return the fault, named {@code bad-gateway}
     */
    public static Fault badGateway() {
        String page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
        return answer("bad-gateway", null, text(502, "text/html", page));
    }

    /**
     * Answers with status 503, without saying how long to wait.
     *
     * @return the fault, named {@code service-unavailable}
     */
    public static Fault serviceUnavailable() {
        return answer("service-unavailable", null, ErrorAnswers.serviceUnavailable());
    }

    /**
     * Answers with status 503, and says how long to wait, as {@link #tooManyRequests(Duration)} does.
     *
     * @param retryAfter how long to wait
     * @return the fault, named {@code service-unavailable}
     */
    public static Fault serviceUnavailable(Duration retryAfter) {
        return answer("service-unavailable", retryAfter, withRetryAfter(ErrorAnswers.serviceUnavailable(), retryAfter));
    }

    /**
     * Breaks the connection off, or on HTTP/2 the stream, without carrying the request out.
     *
     * @return the fault, named {@code reset-before}
     */
    public static Fault resetBeforeProcessing() {
        return new Fault("reset-before", null, ServerExchange::reset);
    }

    /**
     * Carries the request out, and then breaks the connection off, or on HTTP/2 the stream, instead of answering. An
     * answer that is streamed is broken off after the first half of its parts.
     *
     * @return the fault, named {@code reset-after}
     */
    public static Fault resetAfterProcessing() {
        return new Fault("reset-after", null, exchange -> exchange.carryOut().flatMap(exchange::breakOff));
    }

    /**
     * Carries the request out, sends the first half of the body of the answer, or of its parts if it is streamed, and
     * closes the connection, or on HTTP/2 resets the stream.
     *
     * @return the fault, named {@code truncated-body}
     */
    public static Fault truncatedBody() {
        return new Fault("truncated-body", null, exchange -> exchange.carryOut().flatMap(exchange::sendHalf));
    }

    /**
     * Carries the request out, and answers with a status that tells of success and a body that claims to be JSON and is
     * not.
     *
     * @return the fault, named {@code garbage}
     */
    public static Fault garbage() {
        return new Fault(
                "garbage",
                null,
                exchange -> exchange.carryOut()
                        .map(answer -> text(
                                answer.isSuccess() ? answer.status() : 200,
                                "application/json",
                                "{\"data\":[{\u0000<\u00e9"))
                        .flatMap(exchange::send));
    }

    /**
     * Neither carries the request out nor ever answers it; the connection stays open.
     *
     * @return the fault, named {@code silence}
     */
    public static Fault silence() {
        return new Fault("silence", null, exchange -> Mono.never());
    }

    /**
     * Carries the request out, and sends the body of the answer byte by byte.
     *
     * @param pause how long to wait before each byte, in real time
     * @return the fault, named {@code drip}
     */
    public static Fault drip(Duration pause) {
        notNegative(pause);
        return new Fault(
                "drip", pause, exchange -> exchange.carryOut().flatMap(answer -> exchange.drip(answer, pause)));
    }

    /**
     * Answers with any status and any body.
     *
     * @param status the HTTP status, from 200 to 599
     * @param body the body, sent in UTF-8
     * @param contentType the type of the body
     * @return the fault, named {@code status}
     */
    public static Fault status(int status, String body, String contentType) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("an HTTP status of an answer is from 200 to 599, not " + status);
        }
        return answer("status", status, text(status, contentType, body));
    }

    /**
     * Answers with status 307 and no body.
     *
     * @param location where the caller shall go instead
     * @return the fault, named {@code redirect}
     */
    public static Fault redirect(String location) {
        return answer("redirect", location, ServiceResponse.empty(307).withHeader("location", location));
    }

    private static ServiceResponse text(int status, String contentType, String body) {
        return ServiceResponse.of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    static ServiceResponse withRetryAfter(ServiceResponse answer, Duration wait) {
        notNegative(wait);
        ServiceResponse told = answer.withHeader("retry-after", Long.toString(ServiceRateLimit.secondsRoundedUp(wait)));
        return wait.getNano() == 0 ? told : told.withHeader("retry-after-ms", Long.toString(wait.toMillis()));
    }

    private static void notNegative(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a wait cannot be negative: " + duration);
        }
    }

    /**
     * Returns the name of the fault, as in {@link RecordedRequest#fault()} and {@link FaultRule#parse(String)}.
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
