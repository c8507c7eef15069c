package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.io.PrintWriter;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tells in a line every few seconds how far the runs of a gate have come. */
final class GateProgress {

    /** The time between two lines, of which those without news are left out. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Environment environment;
    private final TotalsCollector totals;

    GateProgress(Environment environment, TotalsCollector totals) {
        this.environment = environment;
        this.totals = totals;
    }

    /** Shows it beside something, until that ends. */
    <T> Mono<T> beside(Mono<T> decision) {
        Mono<Void> lines = Flux.interval(PAUSE, environment.timer())
                .onBackpressureDrop()
                .map(tick -> line(totals.totals().overall()))
                .distinctUntilChanged()
                // Nobody else may be kept waiting for a console.
                .publishOn(Schedulers.boundedElastic(), 1)
                .doOnNext(this::print)
                .then();
        return decision.takeUntilOther(lines);
    }

    private void print(String line) {
        PrintWriter out = environment.terminal().out();
        out.println(line);
        out.flush();
    }

    private static String line(RunTotals runs) {
        return runs.finished() + " of " + Text.count(runs.runs(), "run") + " finished ("
                + runs.passed() + " passed, " + runs.failed() + " failed, "
                + runs.error() + " error)";
    }
}
