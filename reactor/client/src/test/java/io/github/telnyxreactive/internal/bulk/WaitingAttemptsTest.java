package io.github.telnyxreactive.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingAttemptsTest {

    private final WaitingAttempts waiting = new WaitingAttempts();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void twoAreNotFew() {
        assertThat(waiting.areFew()).isTrue();
        waiting.enter();
        assertThat(waiting.areFew()).isTrue();
        waiting.enter();
        assertThat(waiting.areFew()).isFalse();
    }

    @Test
    void theListenerIsCalledWhenTheyBecomeFew() {
        waiting.onFew(calls::incrementAndGet);
        WaitingAttempts.Attempt first = waiting.enter();
        WaitingAttempts.Attempt second = waiting.enter();
        WaitingAttempts.Attempt third = waiting.enter();
        first.leave();
        assertThat(calls).hasValue(0);
        second.leave();
        assertThat(calls).hasValue(1);
        assertThat(waiting.areFew()).isTrue();
        third.leave();
        assertThat(calls).hasValue(1);
    }

    @Test
    void leavingTwiceCountsOnce() {
        waiting.onFew(calls::incrementAndGet);
        WaitingAttempts.Attempt first = waiting.enter();
        waiting.enter();
        waiting.enter();
        first.leave();
        first.leave();

        assertThat(waiting.areFew()).isFalse();
        assertThat(calls).hasValue(0);
    }
}
