package io.github.telnyxreactive.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PollQueueTest {

    private final PollQueue<String> queue = new PollQueue<>();

    @Test
    void theFirstToBeLateComesFirst() {
        queue.add("late", 30);
        queue.add("later", 40);
        queue.add("latest", 20);

        assertThat(queue.next()).isEqualTo("latest");
        assertThat(queue.next()).isEqualTo("late");
        assertThat(queue.next()).isEqualTo("later");
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void thoseThatAreLateAtTheSameTimeKeepTheirOrder() {
        for (int n = 0; n < 10; n++) {
            queue.add("item " + n, -5);
        }

        for (int n = 0; n < 10; n++) {
            assertThat(queue.next()).isEqualTo("item " + n);
        }
    }

    @Test
    void startsComeFirstUntilAPollIsLate() {
        assertThat(queue.mayStart(Long.MIN_VALUE)).isTrue();
        assertThat(queue.mayStart(Long.MAX_VALUE)).isTrue();
        queue.add("a", 50);
        queue.add("b", 30);

        assertThat(queue.mayStart(29)).isTrue();
        assertThat(queue.mayStart(30)).isFalse();
        queue.next();
        assertThat(queue.mayStart(30)).isTrue();
        assertThat(queue.mayStart(50)).isFalse();
        queue.next();
        assertThat(queue.mayStart(50)).isTrue();
    }

    @Test
    void somethingIsStartedNowAndThenAlthoughPollsAreLate() {
        for (int round = 0; round < 3; round++) {
            for (int n = 0; n < PollQueue.MAX_POLLS_PER_START; n++) {
                queue.add("item", 0);
                queue.add("item", 0);
                assertThat(queue.mayStart(1)).isFalse();
                queue.next();
            }
            assertThat(queue.mayStart(1)).isTrue();
            queue.started();
            assertThat(queue.mayStart(1)).isFalse();
        }
    }

    @Test
    void canBeCleared() {
        queue.add("a", 0);
        assertThat(queue.isEmpty()).isFalse();
        queue.clear();

        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.mayStart(1)).isTrue();
    }
}
