package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final Level usual = root.getLevel();

    @BeforeEach
    void listen() {
        events.start();
        root.addAppender(events);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(usual);
        root.detachAppender(events);
    }

    @Test
    void normalUseAndFaultsAreNotLogged() throws Exception {
        try (Simulator simulator = Simulator.start()) {
            Caller caller = new Caller(simulator);
            caller.post(TESTS, Samples.test("x"));
            caller.post(TESTS, "{");
            caller.get("/nothing");
            for (Fault fault : List.of(
                    Fault.resetBeforeProcessing(),
                    Fault.resetAfterProcessing(),
                    Fault.truncatedBody(),
                    Fault.latency(Duration.ofMillis(20)),
                    Fault.drip(Duration.ofMillis(20)),
                    Fault.silence())) {
                simulator.inject(FaultRule.onAny().times(1).inject(fault));
                disconnectEarly(simulator, "GET /v2" + TESTS + " HTTP/1.1\r\nHost: h\r\n\r\n");
            }
            disconnectEarly(simulator, "POST /v2" + TESTS + " HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n{");
            Await.until(() -> simulator.requestCount() == 9);
            simulator.suspend();
            simulator.resume();
            caller.get(TESTS);
        }

        assertThat(events.list).isEmpty();
    }

    private static void disconnectEarly(Simulator simulator, String request) throws IOException {
        int before = simulator.connectionCount();
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.sendRaw(request);
            Await.until(() -> simulator.connectionCount() > before);
        }
    }

    @Test
    void internalFailureIsLoggedWithoutTheApiKey() {
        try (Simulator simulator = Simulator.builder()
                .apiKey("KEY-secret")
                .clock(new FailingClock())
                .start()) {
            assertThat(new Caller(simulator).post(TESTS, Samples.test("x")).statusCode())
                    .isEqualTo(500);
        }

        assertThat(events.list).hasSize(1);
        assertThat(events.list.get(0).getThrowableProxy().getMessage()).isEqualTo("out of order");
        assertThat(events.list.get(0).getFormattedMessage()).doesNotContain("KEY-secret");
    }

    /** Fails when a test is created, after the request was recorded. */
    private static final class FailingClock implements InstantSource {
        private boolean recorded;

        @Override
        public Instant instant() {
            if (recorded) {
                throw new IllegalStateException("out of order");
            }
            recorded = true;
            return Instant.EPOCH;
        }
    }
}
