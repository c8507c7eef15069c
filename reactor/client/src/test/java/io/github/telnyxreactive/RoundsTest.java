package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class RoundsTest {

    private static final List<String> CALLS = new ArrayList<>();

    @BeforeEach
    void clear() {
        CALLS.clear();
    }

    @Test
    void runsEachRoundOnANewInstanceAndReportsOneTest() {
        Events tests = run(ThreeRounds.class);

        tests.assertStatistics(statistics -> statistics.started(1).succeeded(1));
        assertThat(CALLS)
                .containsExactly("before", "test 1", "before", "test 1", "after", "before", "test 1", "after", "after");
    }

    @Test
    void endsTheTestAtTheFirstRoundThatFailsAndNamesIt() {
        Events tests = run(FailingRound.class);

        tests.assertThatEvents()
                .haveExactly(
                        1,
                        event(test(), finishedWithFailure(message("round 3 of 5: java.lang.AssertionError: broken"))));
        assertThat(CALLS).containsExactly("test", "test", "test");
    }

    private static Events run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .execute()
                .testEvents();
    }

    /** The build does not run this class, since its name does not end in Test. */
    static class ThreeRounds {

        private int tests;

        @BeforeEach
        void before() {
            CALLS.add("before");
        }

        @AfterEach
        void after() {
            CALLS.add("after");
        }

        @Rounds(3)
        void test() {
            CALLS.add("test " + ++tests);
        }
    }

    static class FailingRound {

        @Rounds(5)
        void test() {
            CALLS.add("test");
            if (CALLS.size() == 3) {
                throw new AssertionError("broken");
            }
        }
    }
}
