package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Prints the progress of a gate every few seconds. */
final class GateProgress {

    /** The time between two lines. A line without news is omitted. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Environment environment;
    private final TotalsCollector totals;

    GateProgress(Environment environment, TotalsCollector totals) {
        this.environment = environment;
        this.totals = totals;
    }

    /** Prints the progress until the given {@code Mono} terminates, and emits its result. */
    <T> Mono<T> beside(Mono<T> decision) {
        Mono<Void> lines = Flux.interval(PAUSE, environment.timer())
                .onBackpressureDrop()
                .map(tick -> line(totals.totals().overall()))
                .distinctUntilChanged()
                // Writing to a terminal may block.
                .publishOn(Schedulers.boundedElastic(), 1)
                .doOnNext(environment.terminal()::print)
                .then();
        return decision.takeUntilOther(lines);
    }

    private static String line(RunTotals runs) {
        return runs.finished() + " of " + Text.count(runs.runs(), "run") + " finished ("
                + runs.passed() + " passed, " + runs.failed() + " failed, "
                + runs.error() + " error)";
    }
}
