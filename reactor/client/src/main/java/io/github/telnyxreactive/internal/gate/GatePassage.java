package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchPlan;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.PlannedItem;
import io.github.telnyxreactive.error.ClientClosedException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateRequest;
import io.github.telnyxreactive.gate.VersionEvidence;
import io.github.telnyxreactive.internal.bulk.DefinedWork;
import io.github.telnyxreactive.internal.exchange.Exchange;
import io.github.telnyxreactive.internal.gate.StatusReview.Readings;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes one candidate through the gate: reads, runs and judges before anything is changed. Stateless. */
final class GatePassage {

    private static final String STOPPED = "the gate was stopped before a decision";

    /** The request, whose baseline is the version to compare with. */
    private final GateRequest request;

    private final @Nullable KeptBaseline kept;
    private final Exchange exchange;
    private final int concurrency;
    private final GateRelease release;
    private final Mono<Void> stop;

    /**
     * Creates a passage.
     *
     * @param asked the request
     * @param exchange executes the operations
     * @param concurrency the maximum number of requests in flight
     * @param stop completes when nothing may be changed any more that is not being changed yet
     */
    GatePassage(GateRequest asked, Exchange exchange, int concurrency, Mono<Void> stop) {
        if (asked.baseline() instanceof Baseline.Kept keptBaseline) {
            this.request = asked.toBuilder().baseline(keptBaseline.version()).build();
            this.kept = new KeptBaseline(request, keptBaseline);
        } else {
            this.request = asked;
            this.kept = null;
        }
        this.exchange = exchange;
        this.concurrency = concurrency;
        this.release = new GateRelease(request, exchange);
        this.stop = stop;
    }

    /**
     * Decides, once for each subscription.
     *
     * @param batch runs the given work
     */
    Mono<GateDecision> decide(Function<DefinedWork, Flux<BatchEvent>> batch) {
        return passed(batch).switchIfEmpty(Mono.fromSupplier(() -> Decisions.inconclusive(List.of(STOPPED), null)));
    }

    /** Emits the decision, nothing if the gate was stopped before. Only the batch is not cut short, since it ends in order. */
    private Mono<GateDecision> passed(Function<DefinedWork, Flux<BatchEvent>> batch) {
        return unlessStopped(Versions.read(exchange, request)).flatMap(before -> {
            String main = before.main();
            if (main == null) {
                String missing = "the service does not return which version of the assistant is the main version";
                return Mono.just(Decisions.inconclusive(List.of(missing), null));
            }
            if (main.equals(request.candidateVersionId())) {
                return Mono.just(
                        Decisions.withoutRuns(Outcome.UNCHANGED, "the candidate is already the main version", main));
            }
            return unlessStopped(release.obstacle())
                    .map(obstacle -> Decisions.withoutRuns(Outcome.REFUSED, obstacle, main))
                    .switchIfEmpty(Mono.defer(() -> run(batch, before, main)));
        });
    }

    private Mono<GateDecision> run(Function<DefinedWork, Flux<BatchEvent>> batch, Versions before, String main) {
        return unlessStopped(SuiteTests.require(exchange, request)).flatMap(tests -> {
            List<String> shortages = shortages(tests);
            if (!shortages.isEmpty()) {
                return Mono.just(Decisions.inconclusive(shortages, main));
            }
            Instant startedAt = Instant.now();
            Mono<KeptBaseline.Result> known = kept == null
                    ? Mono.just(KeptBaseline.Result.NOTHING)
                    : kept.check(exchange, concurrency, before, tests, startedAt);
            return unlessStopped(known)
                    .flatMap(baseline -> run(batch, new Start(before, main, tests, startedAt, baseline)));
        });
    }

    private Mono<GateDecision> run(Function<DefinedWork, Flux<BatchEvent>> batch, Start start) {
        VersionRuns kept = start.baseline().runs();
        Map<String, Assistant> tested = start.versions().tested(request);
        if (kept != null) {
            tested.remove(kept.versionId());
        }
        return batch.apply(work(start, tested))
                .collect(() -> new GateEvidence(request, start.tests(), start.main(), kept), GateEvidence::accept)
                .flatMap(evidence -> judge(evidence, start))
                .map(decision -> Decisions.noted(decision, start.baseline().notes()));
    }

    /** Returns why the suites are not worth running, as sentences. */
    private List<String> shortages(SuiteTests tests) {
        List<String> shortages = new ArrayList<>(tests.gaps());
        long runs = (long) tests.count() * request.repeats();
        if (shortages.isEmpty() && runs < request.minRuns()) {
            shortages.add((request.tests().isEmpty() ? "the suites have " : "there are ")
                    + Sentences.count(tests.count(), "test")
                    + ", so each version would be run " + runs + (runs == 1 ? " time" : " times") + "; at least "
                    + request.minRuns() + " are required");
        }
        return shortages;
    }

    /** The digest is of all versions, whether their runs are known or not, so that it stays the same for a resumed gate. */
    private DefinedWork work(Start start, Map<String, Assistant> versions) {
        SuiteTests tests = start.tests();
        List<BatchItem> items = new ArrayList<>();
        List<PlannedItem> planned = new ArrayList<>();
        for (int repeat = 1; repeat <= request.repeats(); repeat++) {
            for (BatchItem once : once(tests)) {
                for (Map.Entry<String, Assistant> version : versions.entrySet()) {
                    BatchItem item = once.againstVersion(version.getKey()).repetition(repeat);
                    items.add(named(item, tests, version.getValue()));
                    planned.add(new PlannedItem(
                            ItemId.of(item),
                            item.testName(),
                            testsOf(item, tests).size()));
                }
            }
        }
        BatchPlan plan = new BatchPlan(planned, Map.of(), 0);
        return new DefinedWork(
                items,
                plan,
                EvidenceName.ofGate(request, tests, start.versions().tested(request)));
    }

    private List<BatchItem> once(SuiteTests tests) {
        List<BatchItem> once = new ArrayList<>();
        request.suites().forEach(suite -> once.add(BatchItem.suite(suite)));
        tests.of(TestGroup.SINGLE)
                .forEach((id, test) -> once.add(BatchItem.test(id).named(test.name())));
        return once;
    }

    private BatchItem named(BatchItem item, SuiteTests tests, Assistant version) {
        String name = request.batch();
        return name == null ? item : item.inBatch(EvidenceName.of(name, testsOf(item, tests), version));
    }

    private static Map<String, AssistantTest> testsOf(BatchItem item, SuiteTests tests) {
        Map<String, AssistantTest> group = tests.of(TestGroup.of(item));
        return item.kind() == BatchItem.Kind.SUITE
                ? group
                : Map.of(item.name(), Objects.requireNonNull(group.get(item.name())));
    }

    private Mono<GateDecision> judge(GateEvidence evidence, Start start) {
        GateDecision decision = Decisions.of(evidence, start.main());
        List<String> gaps = evidence.gaps();
        if (!gaps.isEmpty()) {
            return Mono.just(Decisions.missing(decision, gaps));
        }
        List<StatusReview.Side> sides = evidence.sides().stream()
                .map(side -> new StatusReview.Side(side.versionId(), side.runs()))
                .toList();
        Mono<List<String>> statuses =
                StatusReview.of(exchange, sides, concurrency).map(Readings::changes);
        Mono<List<String>> tests =
                readAgain(SuiteTests.read(exchange, request).map(evidence.tests()::changes), "the tests");
        return unlessStopped(statuses.concatWith(tests).collectList())
                .flatMap(lists -> conclude(
                        decision, evidence, lists.stream().flatMap(List::stream).toList(), start));
    }

    /** Reads the versions last, since a change of them after this goes unnoticed. */
    private Mono<GateDecision> conclude(
            GateDecision decision, GateEvidence evidence, List<String> changed, Start start) {
        Mono<Changes> later = Versions.read(exchange, request)
                .map(after -> new Changes(
                        start.versions().changes(after, request),
                        request.candidateVersionId().equals(after.main())))
                .onErrorResume(
                        GatePassage::isMissing,
                        error -> Mono.just(new Changes(List.of(unread("the versions", error)), false)));
        return unlessStopped(later).flatMap(changes -> {
            List<String> missing = Stream.concat(changed.stream(), changes.sentences().stream())
                    .toList();
            return missing.isEmpty()
                    ? conclude(decision, evidence, start, changes.isPromoted())
                    : Mono.just(Decisions.missing(decision, missing));
        });
    }

    private Mono<GateDecision> conclude(GateDecision decision, GateEvidence evidence, Start start, boolean isPromoted) {
        GateJudgement judgement = GateJudgement.of(request, evidence);
        CompleteEvidence complete = complete(evidence, start);
        Outcome outcome = judgement.outcome();
        if (outcome != null) {
            return Mono.just(Decisions.judged(decision, outcome, judgement, complete));
        }
        GateDecision passed = Decisions.judged(decision, Outcome.UNCHANGED, judgement, complete);
        return isPromoted
                ? Mono.just(Decisions.with(
                        passed, Outcome.UNCHANGED, "the candidate was made the main version while the suites ran"))
                : unlessStopped(Mono.just(passed)).flatMap(release::of);
    }

    private CompleteEvidence complete(GateEvidence evidence, Start start) {
        VersionEvidence known = start.baseline().evidence();
        VersionRuns baseline = evidence.baseline();
        return new CompleteEvidence(
                complete(evidence.candidate(), start),
                known != null || baseline == null ? known : complete(baseline, start));
    }

    private VersionEvidence complete(VersionRuns runs, Start start) {
        Assistant version =
                Objects.requireNonNull(start.versions().tested(request).get(runs.versionId()));
        return CompleteEvidence.of(
                request.assistantId(), version, start.tests(), request.repeats(), runs, start.time());
    }

    private static Mono<List<String>> readAgain(Mono<List<String>> changes, String what) {
        return changes.onErrorResume(GatePassage::isMissing, error -> Mono.just(List.of(unread(what, error))));
    }

    private <T> Mono<T> unlessStopped(Mono<T> step) {
        return step.takeUntilOther(stop);
    }

    private static boolean isMissing(Throwable error) {
        return error instanceof TelnyxException && !(error instanceof ClientClosedException);
    }

    private static String unread(String what, Throwable error) {
        return what + " could not be read again after the suites had run: " + Sentences.explain(error);
    }

    /**
     * What is known before anything is run.
     *
     * @param versions the versions
     * @param main the id of the main version
     * @param tests the tests of the suites
     * @param time the time
     * @param baseline the baseline that was kept
     */
    private record Start(
            Versions versions, String main, SuiteTests tests, Instant time, KeptBaseline.Result baseline) {}

    /**
     * What was changed while the suites ran.
     *
     * @param sentences what invalidates the evidence, as sentences
     * @param isPromoted whether the candidate is the main version by now
     */
    private record Changes(List<String> sentences, boolean isPromoted) {}
}
