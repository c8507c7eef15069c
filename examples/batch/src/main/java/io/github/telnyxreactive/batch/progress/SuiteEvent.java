package io.github.telnyxreactive.batch.progress;

import io.github.telnyxreactive.model.testrun.TestRun;
import java.util.Map;

/** Something that was learnt of a suite. */
public sealed interface SuiteEvent {

    /**
     * Returns the name of the suite.
     *
     * @return the name
     */
    String suite();

    /**
     * A run was started, or its status has changed.
     *
     * @param suite the name of the suite
     * @param run the run as it is now
     */
    record RunChanged(String suite, TestRun run) implements SuiteEvent {}

    /**
     * The names of the tests were read.
     *
     * @param suite the name of the suite
     * @param names the names by the ids of the tests
     */
    record NamesRead(String suite, Map<String, String> names) implements SuiteEvent {

        /** Copies what could change. */
        public NamesRead {
            names = Map.copyOf(names);
        }
    }

    /**
     * The names of the tests could not be read; the runs go on without them.
     *
     * @param suite the name of the suite
     * @param reason why
     */
    record NamesMissing(String suite, Throwable reason) implements SuiteEvent {}

    /**
     * All runs of the suite have ended.
     *
     * @param suite the name of the suite
     */
    record Ended(String suite) implements SuiteEvent {}

    /**
     * The runs of the suite could not be started, or not be followed to their end.
     *
     * @param suite the name of the suite
     * @param reason why
     */
    record Broken(String suite, Throwable reason) implements SuiteEvent {}
}
