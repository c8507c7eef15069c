package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.StoredRun;
import io.github.telnyxreactive.simulator.internal.store.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.node.NullNode;

/** The responses to triggers, which may tell less than what was created, or tell it in an odd way. */
final class TriggerResponses {

    private static final int CREATED = 201;
    private static final String RUN_ID = "run_id";
    private static final int ODDITIES = 5;
    private static final int READABLE = -1;

    private final Modes modes;
    private final SeededRandom random;

    // Triggers are handled by one thread at a time.
    private long triggers;
    private long choices;

    TriggerResponses(Modes modes, SeededRandom random) {
        this.modes = modes;
        this.random = random;
    }

    /** Responds to the trigger of a test. */
    ServiceResponse toTest(Trigger trigger, StoredRun run) {
        Told told = told(run);
        return response(trigger, told::json);
    }

    /** Responds to the trigger of a suite. */
    ServiceResponse toSuite(Trigger trigger, List<StoredRun> created) {
        List<Told> told = told(created);
        return response(trigger, () -> told.stream().map(Told::json).toList());
    }

    private List<Told> told(List<StoredRun> created) {
        if (applies(Mode.EMPTY_RESPONSES) || created.isEmpty()) {
            return List.of();
        }
        List<StoredRun> runs = new ArrayList<>(created);
        if (runs.size() > 1 && applies(Mode.PARTIAL_RESPONSES)) {
            int left = 1 + choice(Mode.PARTIAL_RESPONSES, runs.size() - 1);
            // From anywhere in the list, not always its beginning.
            int first = choice(Mode.PARTIAL_RESPONSES, runs.size() - left + 1);
            runs = new ArrayList<>(runs.subList(first, first + left));
        }
        if (applies(Mode.REPEATED_RUNS)) {
            runs.add(runs.get(choice(Mode.REPEATED_RUNS, runs.size())));
        }
        List<Told> told = new ArrayList<>(runs.size());
        runs.forEach(run -> told.add(new Told(run, READABLE)));
        int odd = choice(Mode.UNREADABLE_RUNS, runs.size());
        told.set(odd, told(runs.get(odd)));
        return told;
    }

    private Told told(StoredRun run) {
        return new Told(run, applies(Mode.UNREADABLE_RUNS) ? choice(Mode.UNREADABLE_RUNS, ODDITIES) : READABLE);
    }

    private ServiceResponse response(Trigger trigger, Supplier<?> told) {
        ServiceResponse response = ServiceResponse.json(CREATED, body(told));
        Duration delay = modes.duration(Mode.LATE_RESPONSES);
        boolean late = delay != null && applies(Mode.LATE_RESPONSES);
        triggers++;
        return late ? response.notBefore(trigger.at().plus(delay)) : response;
    }

    private Supplier<?> body(Supplier<?> told) {
        if (applies(Mode.NULL_RESPONSES)) {
            return NullNode::getInstance;
        }
        return applies(Mode.WRAPPED_RESPONSES) ? () -> Map.of("data", told.get()) : told;
    }

    private boolean applies(Mode mode) {
        return modes.applies(mode, random, triggers);
    }

    private int choice(Mode mode, int count) {
        return modes.choice(mode, random, choices++, count);
    }

    /**
     * A run as it is told, in one of several odd ways or as usual.
     *
     * @param run the run
     * @param oddity the way
     */
    private record Told(StoredRun run, int oddity) {

        Object json() {
            TestRun whole = run.at(run.createdAt());
            if (oddity == READABLE) {
                return whole;
            }
            Document fields = Document.of(whole);
            return switch (oddity) {
                case 0 -> fields.without(Set.of(RUN_ID));
                case 1 -> fields.with(RUN_ID, List.of(run.runId()));
                case 2 -> fields.with("status", Map.of("value", "pending"));
                case 3 -> fields.with("created_at", Map.of("seconds", 0));
                default -> run.runId();
            };
        }
    }
}
