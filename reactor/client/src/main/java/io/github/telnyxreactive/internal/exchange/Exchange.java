package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.InvalidRequestException;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.internal.check.RequestChecks;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.transport.Connections;
import io.github.telnyxreactive.internal.transport.HttpTransport;
import io.github.telnyxreactive.internal.transport.Request;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.chat.AssistantChatResponse;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.operation.Operation;
import io.github.telnyxreactive.operation.Safety;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.page.Paging;
import io.github.telnyxreactive.paging.PagedFlux;
import io.github.telnyxreactive.polling.Polling;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Executes operations: what the resources need of the client. */
public final class Exchange {

    private final ClientResources shared;
    private final Connections connections;
    private final CallOptions options;
    private final HttpTransport transport;
    private final Polling polling;
    private final Admission admission;
    private final CallListener listener;

    /**
     * Creates an exchange.
     *
     * @param connections the connections to use
     * @param shared what all views of a client have in common
     * @param options the settings of the calls
     * @param listener is told what the calls do
     */
    public Exchange(Connections connections, ClientResources shared, CallOptions options, CallListener listener) {
        this(connections, shared, options, shared.admission(), listener);
    }

    private Exchange(
            Connections connections,
            ClientResources shared,
            CallOptions options,
            Admission admission,
            CallListener listener) {
        this.admission = admission;
        this.listener = listener;
        this.shared = shared;
        this.connections = connections;
        this.options = options;
        this.transport = new HttpTransport(connections, options.headers(), options.responseTimeout());
        this.polling =
                Polling.create(options.polling(), options.pollingDeadline()).scheduler(shared.scheduler());
    }

    /**
     * Returns an exchange over the same connections, with the same limiter and the same budget.
     *
     * @param other the settings of its calls
     * @return the exchange
     */
    public Exchange with(CallOptions other) {
        return new Exchange(connections, shared, other, admission, listener);
    }

    /**
     * Returns an exchange over the same connections, with the same limiter, whose attempts are made when somebody else
     * says so.
     *
     * @param attempts decides when attempts are made and whether they are repeated
     * @param calls is told what the calls do, besides the listener of this exchange
     * @return the exchange
     */
    public Exchange with(Admission attempts, CallListener calls) {
        return new Exchange(connections, shared, options, attempts, listener.and(calls));
    }

    /**
     * Executes an operation, once for each subscription.
     *
     * @param operation what to call
     * @param <T> what a successful answer is read to
     * @return the status, the headers and what the body says; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public <T> Mono<ApiResponse<T>> exchange(Operation<T> operation) {
        Objects.requireNonNull(operation, "operation");
        return Mono.defer(() -> call(operation, options.deadline()).whole());
    }

    /**
     * Executes an operation, once for each subscription, with a deadline of its own.
     *
     * @param operation what to call
     * @param deadline how long the call may take in all, more than zero
     * @param <T> what a successful answer is read to
     * @return what the body says, or nothing if the operation answers with nothing; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public <T> Mono<T> execute(Operation<T> operation, Duration deadline) {
        return Mono.defer(() -> call(operation, deadline).whole()).mapNotNull(ApiResponse::body);
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
        return exchange(operation).mapNotNull(ApiResponse::body);
    }

    /**
     * Executes an operation that answers with text, once for each subscription.
     *
     * @param operation what to call
     * @return the text as it comes, never splitting a character; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public Flux<String> text(Operation<String> operation) {
        return Flux.defer(() -> call(operation, options.deadline()).parts(transport::text));
    }

    /**
     * Executes an operation whose answer is streamed as events, once for each subscription.
     *
     * @param operation what to call
     * @return the events as they come, to the last one; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public Flux<ChatEvent> events(Operation<AssistantChatResponse> operation) {
        return Flux.defer(() -> call(operation, options.deadline()).parts(transport::events));
    }

    /**
     * Reads a page piece by piece, once for each subscription: each element is emitted as soon as it has come, and the
     * connection is read no further than is asked for, but for what buffers hold. It is in use until the end of the page
     * has been emitted or the subscription is cancelled.
     *
     * <p>The deadline runs until the head of the answer has come, and from then on only while something is asked for that
     * is not there. A page that breaks off is asked for again if the operation may be repeated, and the elements that were
     * emitted are passed over by their number: there is neither a gap nor a repetition unless the list has changed
     * meanwhile.
     *
     * @param operation what to call
     * @param <T> the type of the elements
     * @return the elements of the page, and its end; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException} and come after the elements that could be read
     */
    public <T> Flux<PagePart<T>> parts(Operation<Page<T>> operation) {
        return Flux.defer(() -> call(operation, options.deadline()).page(transport::page));
    }

    /**
     * Reads a list, page by page as far as is asked for.
     *
     * @param operation the call for the first page
     * @param <T> the type of the elements
     * @return the elements
     */
    public <T> PagedFlux<T> list(Operation<Page<T>> operation) {
        Endpoint<Page<T>> endpoint = operation.endpoint();
        Paging paging = Objects.requireNonNull(endpoint.paging(), () -> endpoint + " is not a list");
        int size = operation.pageSize();
        IntFunction<Operation<Page<T>>> page =
                number -> number == Paging.FIRST ? operation : operation.withPage(number, size);
        return PagedFlux.create(
                number -> execute(page.apply(number)),
                number -> parts(page.apply(number)),
                (length, meta, number) -> hasNext(endpoint, paging, length, meta, number, size),
                reason -> contradiction(endpoint, reason),
                size);
    }

    private static boolean hasNext(
            Endpoint<?> endpoint, Paging paging, int length, @Nullable PageMeta meta, int number, int size) {
        try {
            return paging.hasNext(length, meta, number, size);
        } catch (IllegalStateException e) {
            throw contradiction(endpoint, Objects.requireNonNullElse(e.getMessage(), "the page is wrong"));
        }
    }

    private static DecodingException contradiction(Endpoint<?> endpoint, String reason) {
        return DecodingException.unexpected(FailedCall.of(endpoint.name(), endpoint.route(), 1, false), reason);
    }

    /**
     * Returns how this client polls.
     *
     * @return a polling on the client's schedule, with its deadline
     */
    public Polling polling() {
        return polling;
    }

    /**
     * Returns the settings of the calls.
     *
     * @return the settings
     */
    public CallOptions options() {
        return options;
    }

    /**
     * Returns what times the waits and deadlines of the client.
     *
     * @return the scheduler
     */
    public Scheduler scheduler() {
        return shared.scheduler();
    }

    /**
     * Returns how many connections are held at the most.
     *
     * @return the size of the pool
     */
    public int maxConnections() {
        return connections.maxConnections();
    }

    ClientResources shared() {
        return shared;
    }

    HttpTransport transport() {
        return transport;
    }

    Admission admission() {
        return admission;
    }

    CallListener listener() {
        return listener;
    }

    private <T> Call<T> call(Operation<T> operation, Duration deadline) {
        return new Call<>(request(operation), deadline, this);
    }

    private <T> Request<T> request(Operation<T> operation) {
        Object body = operation.body();
        if (body != null && options.checkRequests()) {
            List<Violation> violations = RequestChecks.check(body);
            if (!violations.isEmpty()) {
                throw new InvalidRequestException(operation.endpoint().name(), violations);
            }
        }
        return new Request<>(operation, body == null ? null : TelnyxJson.write(body), idempotencyKey(operation));
    }

    private @Nullable String idempotencyKey(Operation<?> operation) {
        if (operation.endpoint().safety() != Safety.IDEMPOTENT_BY_KEY) {
            return null;
        }
        String chosen = operation.idempotencyKey();
        return chosen == null ? shared.keys().next() : chosen;
    }
}
