package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchJournal;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.StopSignal;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.ReleaseGate;
import io.github.telnyxreactive.internal.bulk.DefaultTestBatch;
import io.github.telnyxreactive.internal.bulk.DefinedWork;
import io.github.telnyxreactive.internal.exchange.Exchange;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Runs release gates over an exchange. */
public final class DefaultReleaseGate implements ReleaseGate {

    private final Exchange exchange;
    private final int concurrency;
    private final DefaultTestBatch batch;
    private final Publisher<StopSignal> stops;

    /**
     * Creates a gate.
     *
     * @param exchange executes the operations
     * @param options the options of the batch that runs the suites
     * @throws IllegalArgumentException if the batch may have more requests in flight than the client has connections
     */
    public DefaultReleaseGate(Exchange exchange, BatchOptions options) {
        this(exchange, options.maxConcurrentRequests(), new DefaultTestBatch(exchange, options), Flux.never());
    }

    private DefaultReleaseGate(
            Exchange exchange, int concurrency, DefaultTestBatch batch, Publisher<StopSignal> stops) {
        this.exchange = exchange;
        this.concurrency = concurrency;
        this.batch = batch;
        this.stops = stops;
    }

    @Override
    public ReleaseGate stoppedBy(Publisher<StopSignal> signals) {
        Objects.requireNonNull(signals, "signals");
        return new DefaultReleaseGate(exchange, concurrency, batch.stoppedBy(signals), signals);
    }

    @Override
    public Mono<GateDecision> run(GateRequest request, TotalsCollector totals, Consumer<? super BatchEvent> observer) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(observer, "observer");
        return decide(
                request,
                work -> batch.run(Flux.fromIterable(work.items()), totals).doOnNext(observer));
    }

    @Override
    public Mono<GateDecision> run(
            GateRequest request, BatchJournal journal, TotalsCollector totals, Consumer<? super BatchEvent> observer) {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(totals, "totals");
        Objects.requireNonNull(observer, "observer");
        return decide(request, work -> batch.run(work, journal, totals).doOnNext(observer));
    }

    private Mono<GateDecision> decide(GateRequest request, Function<DefinedWork, Flux<BatchEvent>> runs) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> stopped = Sinks.empty();
            Mono<GateDecision> decision =
                    new GatePassage(request, exchange, concurrency, stopped.asMono()).decide(runs);
            // An error of the signals is one of the batch.
            Mono<GateDecision> stopping = Flux.from(stops)
                    .doOnNext(signal -> stopped.tryEmitEmpty())
                    .onErrorComplete()
                    .then(Mono.never());
            return Mono.firstWithSignal(decision, stopping);
        });
    }
}
