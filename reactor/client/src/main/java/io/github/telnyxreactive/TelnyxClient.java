package io.github.telnyxreactive;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.call.PoolStatistics;
import io.github.telnyxreactive.internal.bulk.DefaultTestBatch;
import io.github.telnyxreactive.internal.exchange.ClientResources;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.gate.DefaultReleaseGate;
import io.github.telnyxreactive.internal.transport.Connections;
import io.github.telnyxreactive.limit.PermitQueue;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.resource.Ai;
import java.time.Duration;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * A client of the Telnyx AI Assistants API. It is thread-safe and meant to be shared: one client, with its connections,
 * limiter and retry budget, serves a whole application.
 *
 * <pre>{@code
 * try (TelnyxClient client = TelnyxClient.fromEnvironment()) {
 *     client.ai().assistants().tests().list().take(10).doOnNext(System.out::println).blockLast();
 * }
 * }</pre>
 */
public final class TelnyxClient implements AutoCloseable {

    private final Connections connections;
    private final Exchange exchange;
    private final Ai ai;

    TelnyxClient(TelnyxClientBuilder builder) {
        this.connections = builder.connections();
        PermitQueue permits =
                PermitQueue.rate(builder.rateLimit(), builder.calls().retry().maxServerWait(), builder.scheduler());
        ClientResources resources = new ClientResources(permits, builder.retryBudget(), builder.scheduler());
        this.exchange = new Exchange(connections, resources, builder.calls(), builder.listener());
        this.ai = ai(exchange);
    }

    private TelnyxClient(Connections connections, Exchange exchange) {
        this.connections = connections;
        this.exchange = exchange;
        this.ai = ai(exchange);
    }

    private static Ai ai(Exchange exchange) {
        return new Ai(
                exchange,
                options -> new DefaultTestBatch(exchange, options),
                options -> new DefaultReleaseGate(exchange, options));
    }

    /**
     * Returns a builder. It requires an API key only.
     *
     * @return the builder
     */
    public static TelnyxClientBuilder builder() {
        return new TelnyxClientBuilder();
    }

    /**
     * Builds a client with the default options from the environment variables {@code TELNYX_API_KEY} and, if it is set,
     * {@code TELNYX_BASE_URL}.
     *
     * @return the client
     * @throws IllegalStateException if {@code TELNYX_API_KEY} is not set
     * @throws IllegalArgumentException if one of the variables is malformed
     */
    public static TelnyxClient fromEnvironment() {
        return builder().environment(System::getenv).build();
    }

    /**
     * Returns the operations of the API.
     *
     * @return everything under {@code /ai}
     */
    public Ai ai() {
        return ai;
    }

    /**
     * Returns a view of this client with different call options. The view shares the connections, the limiter, the
     * retry budget and the API key of this client; closing either closes both.
     *
     * @param change returns the options of the view, given those of this client
     * @return the view
     */
    public TelnyxClient withOptions(UnaryOperator<CallOptions> change) {
        return new TelnyxClient(connections, exchange.with(change.apply(exchange.options())));
    }

    /**
     * Executes an operation, once for each subscription. Cancelling cancels the request.
     *
     * @param operation the operation to execute
     * @param <T> the type that a successful response is read as
     * @return the body of the response, empty if the operation returns none; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}, or
     *     {@link io.github.telnyxreactive.error.InvalidRequestException} if the request violates the limits of the API
     */
    public <T> Mono<T> execute(Operation<T> operation) {
        return exchange.execute(operation);
    }

    /**
     * Executes an operation, once for each subscription, and emits the response with its status and headers. Cancelling
     * cancels the request.
     *
     * @param operation the operation to execute
     * @param <T> the type that a successful response is read as
     * @return the response; errors are of type {@link io.github.telnyxreactive.error.TelnyxException}, or
     *     {@link io.github.telnyxreactive.error.InvalidRequestException} if the request violates the limits of the API
     */
    public <T> Mono<ApiResponse<T>> exchange(Operation<T> operation) {
        return exchange.exchange(operation);
    }

    /**
     * Reads a list.
     *
     * @param operation the request for the first page
     * @param <T> the type of the elements
     * @return the elements, requested page by page under demand; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public <T> PagedFlux<T> list(Operation<Page<T>> operation) {
        return exchange.list(operation);
    }

    /**
     * Closes the client immediately, without blocking. Everything in progress ends with a
     * {@link io.github.telnyxreactive.error.ClientClosedException}, wherever it waits: calls, lists, polling, batches
     * and streams. All connections are closed; the event loops, and whatever was passed to the builder, are left alone.
     * New calls fail in the same way. Closing the client again has no effect.
     */
    @Override
    public void close() {
        exchange.closing().close();
        connections.close().subscribe();
    }

    /**
     * Closes the client on subscription, like {@link #closeLater(Duration)} with a grace period of 30 s.
     *
     * @return completes when all connections are closed
     */
    public Mono<Void> closeLater() {
        return closeLater(Duration.ofSeconds(30));
    }

    /**
     * Closes the client on subscription: new calls fail immediately, and it waits until those in progress have ended,
     * but no longer than for the grace period. What is then still in progress ends as with {@link #close()}. A batch,
     * polling or a list counts as in progress, but the calls that it makes from then on fail.
     *
     * @param grace how long to wait for what is in progress, at least zero
     * @return completes when all connections are closed; cancelling leaves the client as it is, so close it then
     */
    public Mono<Void> closeLater(Duration grace) {
        return Mono.defer(() ->
                        exchange.closing().refuse().timeout(Mono.delay(grace, exchange.scheduler()), Mono.empty()))
                .then(Mono.defer(() -> {
                    exchange.closing().close();
                    return connections.close();
                }));
    }

    /**
     * Returns the current usage of the connection pool.
     *
     * @return a snapshot
     */
    public PoolStatistics pool() {
        return connections.statistics();
    }

    /**
     * Returns whether the client is closed, or about to be closed.
     *
     * @return {@code true} if new calls fail
     */
    public boolean isClosed() {
        return exchange.closing().isRefusing();
    }

    @Override
    public String toString() {
        return "TelnyxClient with " + connections;
    }
}
