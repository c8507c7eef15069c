package io.github.telnyxreactive.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.Clients;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.bulk.TotalsCollector;
import io.github.telnyxreactive.gate.GateDecision.Outcome;
import io.github.telnyxreactive.gate.GateService.Answer;
import io.github.telnyxreactive.gate.GateService.Call;
import io.github.telnyxreactive.gate.GateService.Run;
import io.github.telnyxreactive.policy.PollingSchedule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A gate for version v2 of a {@link GateService}, and what may go wrong with its evidence. */
final class EvidenceScene implements AutoCloseable {

    /** The number of runs against both versions, each test once. */
    static final int RUNS = 10;

    final GateService service = new GateService();
    final TelnyxClient client = Clients.to(service.baseUrl()).maxConnections(8).build();
    final GateRequestBuilder request = GateRequest.builder("a", "v2", List.of("checkout", "refunds"));

    /** Runs after the last run has ended, and before the decision. */
    Runnable meanwhile = () -> {};

    GateDecision decide() {
        BatchOptions options = BatchOptions.builder()
                .maxLag(Duration.ZERO)
                .maxConcurrentRequests(8)
                .polling(PollingSchedule.fixed(Duration.ofMillis(1)))
                .itemDeadline(Duration.ofMinutes(10))
                .build();
        AtomicInteger ended = new AtomicInteger();
        Consumer<BatchEvent> observer = event -> {
            if (event instanceof BatchEvent.Finished && ended.incrementAndGet() == RUNS) {
                meanwhile.run();
            }
        };
        return Objects.requireNonNull(client.ai()
                .assistants()
                .releaseGate(options)
                .run(request.build(), new TotalsCollector(), observer)
                .block());
    }

    /**
     * A way in which evidence is incomplete or changed.
     *
     * @param name what happens
     * @param missing a regular expression for what the gate says
     * @param apply makes it happen
     */
    record Way(String name, String missing, Consumer<EvidenceScene> apply) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Way way(String name, String missing, Consumer<EvidenceScene> apply) {
        return new Way(name, missing, apply);
    }

    /** Checks that the gate says what is missing, and changes nothing. */
    void assertInconclusive(Way way) {
        way.apply().accept(this);

        GateDecision decision = decide();

        assertThat(decision.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(decision.isAccepted()).isFalse();
        assertThat(decision.missing()).anyMatch(missing -> missing.matches(way.missing()));
        assertThat(decision.reasons()).isEqualTo(decision.missing());
        assertThat(service.changes()).isZero();
    }

    void start(Predicate<Run> which) {
        service.starting = runs -> runs.stream().filter(which).toList();
    }

    void answer(Predicate<Call> when, Answer answer) {
        service.trouble = call -> when.test(call) ? answer : null;
    }

    static Predicate<Call> trigger(String suite, String version) {
        return call -> call.isTrigger()
                && call.path().contains('/' + suite + '/')
                && call.version().equals(version);
    }

    void write(String runOfTest, String field, Object value) {
        service.writing = fields -> {
            if (runOfTest.equals(fields.get("test_id")) && "v2".equals(fields.get("destination_version_id"))) {
                fields.put(field, value);
            }
            return fields;
        };
    }

    void changeTest(String field, Object value) {
        meanwhile = () -> service.tests.get("t2").put(field, value);
    }

    void endAnew(String test, String version, String status) {
        meanwhile = () -> service.runs.replaceAll(
                (id, run) -> run.testId().equals(test) && run.version().equals(version) ? run.endingAs(status) : run);
    }

    void refuseAfterwards(Predicate<Call> which) {
        meanwhile = () -> answer(which, Answer.refusal());
    }

    /** Adds a run without an id to the response of one trigger. */
    void nameless() {
        service.writing = fields -> {
            if ("v2".equals(fields.get("destination_version_id")) && "t2".equals(fields.get("test_id"))) {
                fields.remove("run_id");
            }
            return fields;
        };
    }

    /** Ends the runs of one test against the candidate in a status that is not documented, {@code null} for none. */
    void ended(@Nullable String status) {
        service.writing = fields -> {
            if ("t2".equals(fields.get("test_id"))
                    && "v2".equals(fields.get("destination_version_id"))
                    && !"pending".equals(fields.get("status"))) {
                fields.put("status", status);
                fields.put("completed_at", "2026-01-01T00:01:00Z");
            }
            return fields;
        };
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
