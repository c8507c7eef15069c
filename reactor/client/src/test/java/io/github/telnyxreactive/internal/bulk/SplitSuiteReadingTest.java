package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;

/** The list of the tests of a suite that are triggered one by one changes while it is read. */
class SplitSuiteReadingTest {

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();
    private int readings;

    private static SuiteTests tests(String... ids) {
        SuiteTests tests = new SuiteTests();
        for (String id : ids) {
            tests.add(TelnyxJson.read("{\"test_id\":\"" + id + "\"}", AssistantTest.class));
        }
        return tests;
    }

    private void run(SuiteTests... lists) {
        runs.onTests = suite -> Mono.fromSupplier(() -> {
            SuiteTests list = lists[Math.min(readings, lists.length - 1)];
            readings++;
            return list;
        });
        runs.batch(options().maxConcurrentRuns(2), suites("suite")).subscribe(subscriber);
    }

    @Test
    void isReadUntilTwoReadingsAgree() {
        run(tests("a", "b", "d"), tests("a", "b", "c", "d"), tests("a", "b", "c", "d"), tests("a", "b", "c"));

        assertThat(readings).isEqualTo(3);
        assertThat(runs.triggered).containsExactly("a", "b");
    }

    @Test
    void isRefusedIfNoTwoReadingsAgree() {
        run(
                tests("a", "b", "1"),
                tests("a", "b", "2"),
                tests("a", "b", "3"),
                tests("a", "b", "4"),
                tests("a", "b", "5"));

        assertThat(readings).isEqualTo(5);
        assertThat(runs.triggered).isEmpty();
        assertThat(subscriber.getReceivedOnNext())
                .singleElement()
                .isInstanceOfSatisfying(
                        BatchEvent.TriggerFailed.class,
                        event -> assertThat(event.error())
                                .isInstanceOf(ItemRefusedException.class)
                                .hasMessageContaining("is another one each time"));
        assertThat(subscriber.isTerminatedComplete()).isTrue();
    }

    @Test
    void isTriggeredAsAWholeIfItFitsByThen() {
        run(tests("a", "b", "c"), tests("a", "b"));

        assertThat(readings).isEqualTo(2);
        assertThat(runs.triggered).isEqualTo(List.of("suite"));
    }

    @Test
    void aSuiteThatFitsIsReadOnce() {
        run(tests("a", "b"));

        assertThat(readings).isEqualTo(1);
        assertThat(runs.triggered).isEqualTo(List.of("suite"));
    }
}
