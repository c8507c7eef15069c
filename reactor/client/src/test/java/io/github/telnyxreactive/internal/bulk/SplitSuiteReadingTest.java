package io.github.telnyxreactive.internal.bulk;

import static io.github.telnyxreactive.internal.bulk.FakeRuns.listed;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.options;
import static io.github.telnyxreactive.internal.bulk.FakeRuns.suites;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.ItemRefusedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.subscriber.TestSubscriber;

/** The list of the tests of a suite that are triggered one by one changes while it is read. */
class SplitSuiteReadingTest {

    private final FakeRuns runs = new FakeRuns();
    private final TestSubscriber<BatchEvent> subscriber = TestSubscriber.create();
    private int readings;

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
        run(listed("a", "b", "d"), listed("a", "b", "c", "d"), listed("a", "b", "c", "d"), listed("a", "b", "c"));

        assertThat(readings).isEqualTo(3);
        assertThat(runs.triggered).containsExactly("a", "b");
    }

    @Test
    void isRefusedIfNoTwoReadingsAgree() {
        run(
                listed("a", "b", "1"),
                listed("a", "b", "2"),
                listed("a", "b", "3"),
                listed("a", "b", "4"),
                listed("a", "b", "5"));

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
        run(listed("a", "b", "c"), listed("a", "b"));

        assertThat(readings).isEqualTo(2);
        assertThat(runs.triggered).isEqualTo(List.of("suite"));
    }

    @Test
    void aSuiteThatFitsIsReadOnce() {
        run(listed("a", "b"));

        assertThat(readings).isEqualTo(1);
        assertThat(runs.triggered).isEqualTo(List.of("suite"));
    }
}
