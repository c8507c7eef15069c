package io.github.telnyxreactive.internal.exchange;

import io.github.telnyxreactive.call.ApiResponse;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.call.Calls;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.DecodingException;
import io.github.telnyxreactive.error.Delivery;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.error.InvalidRequestException;
import io.github.telnyxreactive.error.Violation;
import io.github.telnyxreactive.internal.check.RequestChecks;
import io.github.telnyxreactive.internal.operator.Closing;
import io.github.telnyxreactive.internal.page.PagePart;
import io.github.telnyxreactive.internal.paging.PageSource;
import io.github.telnyxreactive.internal.transport.Connections;
import io.github.telnyxreactive.internal.transport.HttpTransport;
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

/** Executes operations over the connections of a client. Each view of a client has its own exchange. */
public final class Exchange implements Calls {

    private final ClientResources resources;
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
     * @param resources the resources that all views of the client share
     * @param options the options of the calls
     * @param listener is notified of the calls
     */
    public Exchange(Connections connections, ClientResources resources, CallOptions options, CallListener listener) {
        this(connections, resources, options, resources.admission(), listener);
    }

    private Exchange(
            Connections connections,
            ClientResources resources,
            CallOptions options,
            Admission admission,
            CallListener listener) {
        this.admission = admission;
        this.listener = listener;
        this.resources = resources;
        this.connections = connections;
        this.options = options;
        this.transport = new HttpTransport(connections, options.headers(), options.responseTimeout());
        this.polling =
                Polling.create(options.polling(), options.pollingDeadline()).scheduler(resources.scheduler());
    }

    /**
     * Returns an exchange over the same connections and resources with the given options.
     *
     * @param other the options of its calls
     * @return the exchange
     */
    public Exchange with(CallOptions other) {
        return new Exchange(connections, resources, other, admission, listener);
    }

    /**
     * Returns an exchange over the same connections and resources with the given admission.
     *
     * @param attempts decides when attempts are made and whether they are retried
     * @param calls is notified of the calls, in addition to the listener of this exchange
     * @return the exchange
     */
    public Exchange with(Admission attempts, CallListener calls) {
        return new Exchange(connections, resources, options, attempts, listener.and(calls));
    }

    /**
     * Executes an operation, once for each subscription.
     *
     * @param operation the operation to execute
     * @param <T> the type that a successful response is read as
     * @return the response with its status and headers; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public <T> Mono<ApiResponse<T>> exchange(Operation<T> operation) {
        return exchange(operation, options.deadline());
    }

    /**
     * Executes an operation, once for each subscription, with its own deadline.
     *
     * @param operation the operation to execute
     * @param deadline how long the call may take in total, more than zero
     * @param <T> the type that a successful response is read as
     * @return the response with its status and headers; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}
     */
    public <T> Mono<ApiResponse<T>> exchange(Operation<T> operation, Duration deadline) {
        Objects.requireNonNull(operation, "operation");
        return Mono.defer(() -> call(operation, deadline).response()).checkpoint(name(operation));
    }

    @Override
    public <T> Mono<T> execute(Operation<T> operation) {
        return exchange(operation).mapNotNull(ApiResponse::body);
    }

    @Override
    public Flux<String> text(Operation<String> operation) {
        return Flux.defer(() -> call(operation, options.deadline()).parts(transport::text))
                .checkpoint(name(operation));
    }

    @Override
    public Flux<ChatEvent> events(Operation<AssistantChatResponse> operation) {
        return Flux.defer(() -> call(operation, options.deadline()).parts(transport::events))
                .checkpoint(name(operation));
    }

    /**
     * Reads a page in parts, once for each subscription: each element is emitted as soon as it has arrived, and apart
     * from the buffers, the connection is read under demand only. The connection is in use until the end of the page
     * has been emitted or the subscription is cancelled.
     *
     * <p>The deadline applies until the head of the response has arrived, and from then on only while there is
     * unfulfilled demand. A page that breaks off is requested again if the operation may be repeated, and the elements
     * that were already emitted are skipped: there is neither a gap nor a repetition unless the list has changed in the
     * meantime.
     *
     * @param operation the request for the page
     * @param <T> the type of the elements
     * @return the elements of the page, and its end; errors are of type
     *     {@link io.github.telnyxreactive.error.TelnyxException}, and are emitted after the elements that could be read
     */
    public <T> Flux<PagePart<T>> parts(Operation<Page<T>> operation) {
        return Flux.defer(() -> call(operation, options.deadline()).page(transport::page))
                .checkpoint(name(operation));
    }

    @Override
    public <T> PagedFlux<T> list(Operation<Page<T>> operation) {
        Endpoint<Page<T>> endpoint = operation.endpoint();
        Paging paging = Objects.requireNonNull(endpoint.paging(), () -> endpoint + " is not a list");
        int size = operation.pageSize();
        IntFunction<Operation<Page<T>>> page = number -> {
            CallLog.page(endpoint.name(), number);
            return number == Paging.FIRST ? operation : operation.withPage(number, size);
        };
        PageSource<T> pages = new PageSource<>(
                number -> execute(page.apply(number)),
                number -> parts(page.apply(number)),
                reason -> contradiction(endpoint, reason),
                size);
        return PagedFlux.create(pages, (length, meta, number) -> hasNext(endpoint, paging, length, meta, number, size));
    }

    private static boolean hasNext(
            Endpoint<?> endpoint, Paging paging, int length, @Nullable PageMeta meta, int number, int size) {
        try {
            return paging.hasNext(length, meta, number, size);
        } catch (IllegalStateException e) {
            throw contradiction(endpoint, Objects.requireNonNullElse(e.getMessage(), "the page is malformed"));
        }
    }

    private static DecodingException contradiction(Endpoint<?> endpoint, String reason) {
        return DecodingException.unexpected(FailedCall.of(endpoint.name(), endpoint.route(), 1, false), reason);
    }

    @Override
    public Polling polling() {
        return polling;
    }

    @Override
    public Duration maxLag() {
        return options.maxLag();
    }

    @Override
    public <T> Mono<T> untilClosed(Mono<T> source) {
        return closing().enforce(source, Exchange::closed);
    }

    @Override
    public <T> Flux<T> untilClosed(Flux<T> source) {
        return closing().enforce(source, Exchange::closed);
    }

    private static ClientClosedException closed() {
        return new ClientClosedException(FailedCall.none(), Delivery.SETTLED, null);
    }

    /**
     * Returns what ends the calls when the client is closed.
     *
     * @return the closing that all views of the client share
     */
    public Closing closing() {
        return resources.closing();
    }

    /**
     * Returns the options of the calls.
     *
     * @return the options
     */
    public CallOptions options() {
        return options;
    }

    /**
     * Returns the scheduler that times the waits and deadlines of the client.
     *
     * @return the scheduler
     */
    public Scheduler scheduler() {
        return resources.scheduler();
    }

    /**
     * Returns the maximum number of open connections.
     *
     * @return the size of the pool
     */
    public int maxConnections() {
        return connections.maxConnections();
    }

    ClientResources resources() {
        return resources;
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

    /** The name of an operation in assembly traces. */
    private static String name(Operation<?> operation) {
        return operation.endpoint().name();
    }

    private <T> Call<T> call(Operation<T> operation, Duration deadline) {
        Object body = operation.body();
        if (options.checkRequests()) {
            List<Violation> violations = RequestChecks.check(operation.params(), body);
            if (!violations.isEmpty()) {
                throw new InvalidRequestException(operation.endpoint().name(), violations);
            }
        }
        byte[] encoded = body == null ? null : TelnyxJson.write(body);
        Call<T> call = new Call<>(this, operation, encoded, idempotencyKey(operation), deadline);
        admission.onCall();
        return call;
    }

    /**
     * Returns the base URL of the service.
     *
     * @return the URL, without a key
     */
    public String address() {
        return connections.address();
    }

    /**
     * Returns a fingerprint of the API key.
     *
     * @param salt random bytes in hexadecimal digits
     * @return the fingerprint, from which the key cannot be found out
     */
    public String fingerprint(String salt) {
        return connections.fingerprint(salt);
    }

    /**
     * Returns random bytes for a fingerprint.
     *
     * @return bytes in hexadecimal digits, the same for all batches of this client
     */
    public String salt() {
        return resources.keys().salt();
    }

    /**
     * Returns an idempotency key that was never used.
     *
     * @return a key that is unique to this call of the method
     */
    public String newKey() {
        return resources.keys().next();
    }

    private @Nullable String idempotencyKey(Operation<?> operation) {
        if (operation.endpoint().safety() != Safety.IDEMPOTENT_BY_KEY) {
            return null;
        }
        String chosen = operation.idempotencyKey();
        return chosen == null ? newKey() : chosen;
    }
}
