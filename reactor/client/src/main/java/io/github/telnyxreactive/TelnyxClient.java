package io.github.telnyxreactive;

import io.github.telnyxreactive.bulk.TestBatch;
import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.call.PoolStatistics;
import io.github.telnyxreactive.gate.ReleaseGate;
import io.github.telnyxreactive.internal.exchange.ClientResources;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.transport.Connections;
import io.github.telnyxreactive.limit.RateLimiter;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.resource.Ai;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/**
 * The client of the Telnyx AI Assistants API. It is safe for use by many threads and meant to be kept: one client, with
 * its connections, limiter and retry budget, serves a whole application.
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
        RateLimiter limiter =
                RateLimiter.create(builder.rateLimit(), builder.calls().retry().maxServerWait(), builder.scheduler());
        ClientResources resources = new ClientResources(limiter, builder.retryBudget(), builder.scheduler());
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
                exchange, options -> new TestBatch(exchange, options), options -> new ReleaseGate(exchange, options));
    }

    /**
     * Starts a client.
     *
     * @return a builder that needs no more than the key
     */
    public static TelnyxClientBuilder builder() {
        return new TelnyxClientBuilder();
    }

    /**
     * Builds a client from the environment: the key is {@code TELNYX_API_KEY}, the base URL {@code TELNYX_BASE_URL} if it
     * is set.
     *
     * @return the client
     * @throws IllegalStateException if {@code TELNYX_API_KEY} is not set
     * @throws IllegalArgumentException if one of them is malformed
     */
    public static TelnyxClient fromEnvironment() {
        return builder().environment(System::getenv).build();
    }

    /**
     * Returns the operations.
     *
     * @return everything under {@code /ai}
     */
    public Ai ai() {
        return ai;
    }

    /**
     * Returns a view of this client whose calls have other settings. Connections, limiter, retry budget and key are the
     * same, and closing either closes both.
     *
     * @param change changes the settings of this client
     * @return the view
     */
    public TelnyxClient withOptions(UnaryOperator<CallOptions> change) {
        return new TelnyxClient(connections, exchange.with(change.apply(exchange.options())));
    }

    /**
     * Executes an operation, once for each subscription.
     *
     * @param operation what to call
     * @param <T> what a successful answer is read to
     * @return what the body says, or nothing if the operation answers with nothing; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public <T> Mono<T> execute(Operation<T> operation) {
        return exchange.execute(operation);
    }

    /**
     * Executes an operation, once for each subscription, and gives the status and headers of its answer as well.
     *
     * @param operation what to call
     * @param <T> what a successful answer is read to
     * @return the answer; errors are of type {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public <T> Mono<ApiResponse<T>> exchange(Operation<T> operation) {
        return exchange.exchange(operation);
    }

    /**
     * Reads a list, page by page as far as is asked for.
     *
     * @param operation the call for the first page
     * @param <T> the type of the elements
     * @return the elements
     */
    public <T> PagedFlux<T> list(Operation<Page<T>> operation) {
        return exchange.list(operation);
    }

    /**
     * Closes the client without waiting: its calls fail from now on, the requests that are under way are finished. Closing
     * again does nothing.
     */
    @Override
    public void close() {
        closeLater().subscribe();
    }

    /**
     * Closes the client: its calls fail from then on, the requests that are under way are finished.
     *
     * @return completes when the connections that are idle are closed; the others are when their requests are done
     */
    public Mono<Void> closeLater() {
        return connections.close();
    }

    /**
     * Tells how the connections of the client are used.
     *
     * @return the numbers at this moment
     */
    public PoolStatistics pool() {
        return connections.statistics();
    }

    /**
     * Tells whether the client is closed.
     *
     * @return whether it was closed; its calls fail then
     */
    public boolean isClosed() {
        return connections.isClosed();
    }

    @Override
    public String toString() {
        return "TelnyxClient with " + connections;
    }
}
