package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.internal.bulk.RunVersion;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of one suite, or of the single tests, against one version, and what is missing of them. Not thread-safe. */
final class SuiteRuns {

    private final TestGroup group;
    private final String what;
    private final String version;
    private final String versionId;
    private final Set<ItemId> answered = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, TestRun> runs = new LinkedHashMap<>();
    private final Set<String> contradictory = new LinkedHashSet<>();
    private final Set<String> notStarted = new LinkedHashSet<>();
    private @Nullable Throwable notStartedBecause;
    private @Nullable Throwable abandonedBecause;

    /**
     * Collects runs.
     *
     * @param group the suite, or the single tests
     * @param version the version, for sentences
     * @param versionId the id of the version
     */
    SuiteRuns(TestGroup group, String version, String versionId) {
        this.group = group;
        this.what = group + " against " + version;
        this.version = version;
        this.versionId = versionId;
    }

    void accept(BatchEvent event) {
        answered.add(ItemId.of(event.item()));
        if (event instanceof BatchEvent.Triggered triggered) {
            triggered.runs().forEach(this::seen);
        } else if (event instanceof BatchEvent.StatusChanged changed) {
            seen(changed.run());
        } else if (event instanceof BatchEvent.Finished finished) {
            seen(finished.run());
        } else if (event instanceof BatchEvent.Abandoned abandoned) {
            abandonedBecause = abandonedBecause == null ? abandoned.reason() : abandonedBecause;
        } else if (event instanceof BatchEvent.NotStarted missing) {
            notStarted.add(missing.testId());
            notStartedBecause = notStartedBecause == null ? missing.error() : notStartedBecause;
        } else if (event instanceof BatchEvent.TriggerFailed failed) {
            problems.add(item(event) + " could not be triggered: " + Sentences.explain(failed.error()));
        } else if (event instanceof BatchEvent.OutcomeUnknown unknown) {
            problems.add((unknown.isPartial()
                            ? item(event) + " has runs that the service does not identify: "
                            : "it is not known whether " + item(event) + " was triggered: ")
                    + Sentences.explain(unknown.error()));
        }
    }

    private String item(BatchEvent event) {
        return group.suite() == null ? group.test(event.item().name()) + " against " + version : what;
    }

    private void seen(TestRun run) {
        TestRun before = runs.put(run.runId(), run);
        if (before != null && before.testId() != null && !before.testId().equals(run.testId())) {
            contradictory.add(run.runId());
        }
    }

    /** Returns the runs as last seen, in the order in which they were first seen. */
    Collection<TestRun> runs() {
        return runs.values();
    }

    /** Returns the ids of the runs, by the ids of their tests. */
    Map<String, List<TestRun>> byTest() {
        Map<String, List<TestRun>> byTest = new LinkedHashMap<>();
        runs.values().stream()
                .filter(run -> run.testId() != null)
                .forEach(run -> byTest.computeIfAbsent(run.testId(), id -> new ArrayList<>())
                        .add(run));
        return byTest;
    }

    /**
     * Returns what is missing, as sentences.
     *
     * @param tests the tests of the group
     * @param repeats how often each has to be run
     */
    List<String> gaps(Map<String, AssistantTest> tests, int repeats) {
        List<String> gaps = new ArrayList<>(new LinkedHashSet<>(problems));
        int triggers = group.suite() == null ? repeats * tests.size() : repeats;
        int silent = triggers - answered.size();
        if (silent > 0) {
            gaps.add(what + (group.suite() == null ? " were" : " was") + " not triggered"
                    + (triggers == 1 ? "" : " " + silent + " of " + triggers + " times")
                    + " before the deadline of the batch");
        }
        boolean isExplained = !gaps.isEmpty();
        addUnclear(gaps);
        addCounts(gaps, tests, repeats, isExplained);
        return gaps;
    }

    private void addUnclear(List<String> gaps) {
        List<TestRun> open = new ArrayList<>();
        Set<String> nameless = new LinkedHashSet<>();
        Set<String> unclear = new LinkedHashSet<>();
        Set<String> elsewhere = new LinkedHashSet<>();
        for (TestRun run : runs.values()) {
            if (!run.hasEnded()) {
                open.add(run);
            } else if (run.status() == null || !run.status().isTerminal()) {
                unclear.add(run.runId());
            }
            if (run.testId() == null || run.testId().isBlank()) {
                nameless.add(run.runId());
            }
            String version = RunVersion.of(run);
            if (version != null && !version.equals(versionId)) {
                elsewhere.add(run.runId());
            }
        }
        if (!open.isEmpty()) {
            gaps.add(open.size() + " of " + runs.size() + " runs of " + what + " were not seen to end"
                    + (abandonedBecause == null ? "" : ": " + Sentences.explain(abandonedBecause)));
        }
        add(gaps, "these runs of " + what + " have ended without a result", unclear);
        add(gaps, "the service did not say of which test these runs of " + what + " are", nameless);
        add(gaps, "the service named different tests for these runs of " + what, contradictory);
        add(gaps, "these runs of " + what + " were run against another version", elsewhere);
    }

    private void addCounts(List<String> gaps, Map<String, AssistantTest> tests, int repeats, boolean isExplained) {
        Map<String, List<TestRun>> byTest = byTest();
        Set<String> fewer = new LinkedHashSet<>(notStarted);
        Set<String> more = new LinkedHashSet<>();
        Set<String> strangers = new LinkedHashSet<>(byTest.keySet());
        strangers.removeAll(tests.keySet());
        for (String test : tests.keySet()) {
            int count = byTest.getOrDefault(test, List.of()).size();
            if (count > repeats) {
                more.add(test);
            } else if (count < repeats && !isExplained) {
                fewer.add(test);
            }
        }
        String wanted = repeats == 1 ? "no run" : "fewer than " + repeats + " runs";
        Throwable reason = notStartedBecause;
        add(
                gaps,
                wanted + " of these tests of " + what + (reason == null ? "" : " (" + Sentences.explain(reason) + ")"),
                fewer,
                tests);
        add(gaps, "more than " + Sentences.count(repeats, "run") + " of these tests of " + what, more, tests);
        add(gaps, "there are runs of " + what + " of tests that were not in it when the gate started", strangers);
    }

    private static void add(List<String> gaps, String sentence, Set<String> ids) {
        add(gaps, sentence, ids, Map.of());
    }

    private static void add(List<String> gaps, String sentence, Set<String> ids, Map<String, AssistantTest> tests) {
        if (!ids.isEmpty()) {
            gaps.add(sentence + ": " + Sentences.tests(ids, tests));
        }
    }
}
