package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.ReleaseGate;
import io.github.telnyxreactive.internal.bulk.DefaultTestBatch;
import io.github.telnyxreactive.internal.exchange.Exchange;
import java.util.Objects;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs release gates over an exchange. */
public final class DefaultReleaseGate implements ReleaseGate {

    private final Exchange exchange;
    private final int concurrency;
    private final DefaultTestBatch batch;

    /**
     * Creates a gate.
     *
     * @param exchange executes the operations
     * @param options the options of the batch that runs the suites
     * @throws IllegalArgumentException if the batch may have more requests in flight than the client has connections
     */
    public DefaultReleaseGate(Exchange exchange, BatchOptions options) {
        this.exchange = exchange;
        this.concurrency = options.maxConcurrentRequests();
        this.batch = new DefaultTestBatch(exchange, options);
    }

    @Override
    public Mono<GateDecision> run(GateRequest request, TotalsCollector totals, Consumer<? super BatchEvent> observer) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(observer, "observer");
        return passage(request)
                .decide(work ->
                        batch.run(Flux.fromIterable(work.items()), totals).doOnNext(observer));
    }

    @Override
    public Mono<GateDecision> run(
            GateRequest request, BatchJournal journal, TotalsCollector totals, Consumer<? super BatchEvent> observer) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(observer, "observer");
        return passage(request).decide(work -> batch.run(work, journal, totals).doOnNext(observer));
    }

    private GatePassage passage(GateRequest request) {
        return new GatePassage(request, exchange, concurrency);
    }
}
