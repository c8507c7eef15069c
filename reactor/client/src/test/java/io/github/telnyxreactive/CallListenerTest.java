package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.call.PoolStatistics;
import io.github.telnyxreactive.error.NotFoundException;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** The events that a client reports of its calls and connections. */
class CallListenerTest {

    private static final String LIST = "assistants.tests.testSuites.list";

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final Sinks.Empty<Void> sent = Sinks.empty();
    private Simulator simulator;
    private TelnyxClient client;

    /** Records the events, and checks that the durations are plausible. */
    private final CallListener listener = new CallListener() {
        @Override
        public void onSend(String operation, int attempt, Duration waited) {
            assertThat(waited).isBetween(Duration.ZERO, Duration.ofMinutes(1));
            events.add("sending " + operation + " " + attempt);
            sent.tryEmitEmpty();
        }

        @Override
        public void onResponse(String operation, int status) {
            events.add("responded " + operation + " " + status);
        }

        @Override
        public void onTerminate(String operation, Duration took, @Nullable Throwable error) {
            assertThat(took).isPositive().isLessThan(Duration.ofMinutes(1));
            events.add("ended " + operation + " "
                    + (error == null ? "well" : error.getClass().getSimpleName()));
        }

        @Override
        public void onCancel(String operation, Duration took) {
            events.add("cancelled " + operation);
        }
    };

    @BeforeEach
    void start() {
        simulator = Simulator.start();
        client = Clients.of(simulator).listener(listener).build();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    @Test
    void reportsASuccessfulCall() {
        client.ai().assistants().tests().testSuites().list().pages().blockLast();

        assertThat(events)
                .containsExactly("sending " + LIST + " 1", "responded " + LIST + " 200", "ended " + LIST + " well");
    }

    @Test
    void reportsARetriedCall() {
        simulator.inject(FaultRule.on(LIST).times(1).inject(Fault.badGateway()));

        client.ai().assistants().tests().testSuites().list().pages().blockLast();

        assertThat(events)
                .containsExactly(
                        "sending " + LIST + " 1",
                        "responded " + LIST + " 502",
                        "sending " + LIST + " 2",
                        "responded " + LIST + " 200",
                        "ended " + LIST + " well");
    }

    @Test
    void reportsAFailedCall() {
        StepVerifier.create(client.ai().assistants().tests().retrieve("no-such-test"))
                .verifyError(NotFoundException.class);

        assertThat(events).last().isEqualTo("ended assistants.tests.retrieve NotFoundException");
    }

    @Test
    void reportsACancelledCall() {
        simulator.inject(FaultRule.onAny().inject(Fault.silence()));

        StepVerifier.create(client.ai().assistants().tests().retrieve("some-test"))
                .expectSubscription()
                .then(() -> sent.asMono().block())
                .thenCancel()
                .verify();

        assertThat(events).last().isEqualTo("cancelled assistants.tests.retrieve");
    }

    @Test
    void notifiesASecondListener() {
        CallListener both = CallListener.NONE.and(listener).and(listener);

        both.onResponse("a", 200);

        assertThat(events).containsExactly("responded a 200", "responded a 200");
        assertThat(CallListener.NONE.and(listener)).isSameAs(listener);
    }

    @Test
    void reportsTheConnectionsOfThePool() {
        assertThat(client.pool()).isEqualTo(new PoolStatistics(0, 0, 0, 512));

        client.ai().assistants().tests().testSuites().list().pages().blockLast();

        // The connection returns to the pool after the last element, and may be counted twice or not at all meanwhile.
        Await.until(() -> client.pool().equals(new PoolStatistics(0, 1, 0, 512)));
    }
}
