package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.policy.RetryBudget;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Reads what is logged about calls. No other test runs meanwhile, since all clients write to the same logger. */
@Isolated
class CallLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.telnyxreactive.calls");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Level before = logger.getLevel();

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
        logger.setLevel(before);
    }

    private List<String> lines(Level level) {
        return List.copyOf(appender.list).stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .map(line -> line.replaceAll("[A-Za-z]+(Io|Close|Socket|IO)Exception\\)", "lost)")
                        .replaceAll("[0-9]+(\\.[0-9]+)? m?s", "N ms")
                        .replaceAll("id [\\w-]+", "id R"))
                .toList();
    }

    @Test
    void oneLineForEachAttemptRetryPauseAndPage() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator).build()) {
            simulator.addSuite("checkout", 30);
            simulator.inject(FaultRule.onAny().times(1).inject(Fault.tooManyRequests(Duration.ofSeconds(0))));
            simulator.inject(FaultRule.onAny().times(1).inject(Fault.resetBeforeProcessing()));
            client.ai().assistants().tests().list().blockLast();

            assertThat(lines(Level.DEBUG))
                    .containsExactlyInAnyOrder(
                            "assistants.tests.list: page 1",
                            "assistants.tests.list: attempt 1, status 429 after N ms, request id R",
                            "assistants.tests.list: status 429, no requests for N ms",
                            "assistants.tests.list: another attempt in N ms, because of RateLimitException, status 429",
                            "assistants.tests.list: attempt 2 failed after N ms: TransportException "
                                    + "(lost), outcome unknown",
                            "assistants.tests.list: another attempt in N ms, because of TransportException "
                                    + "(lost), outcome unknown",
                            "assistants.tests.list: attempt 3, status 200 after N ms, request id R",
                            "assistants.tests.list: page 2",
                            "assistants.tests.list: attempt 1, status 200 after N ms, request id R");
            assertThat(lines(Level.WARN)).isEmpty();
        }
    }

    @Test
    void containsNeitherBodiesNorSecretsNorPhoneNumbers() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator)
                        .apiKey("KEY-secret")
                        .retry(RetryPolicy.never())
                        .build()) {
            simulator.inject(FaultRule.onAny()
                    .inject(Fault.status(
                            400,
                            "{\"errors\":[{\"detail\":\"no call to +12025550134 with KEY-secret\"}]}",
                            "application/json")));
            AssistantChatRequest request = AssistantChatRequest.builder()
                    .content("call +12025550134")
                    .conversationId("c")
                    .build();
            assertThatThrownBy(() -> client.ai().assistants().chat("a", request).block())
                    .hasMessageContaining("+1202…34")
                    .hasMessageNotContaining("5550134");

            assertThat(lines(Level.DEBUG)).hasSize(1);
            assertThat(lines(Level.DEBUG).get(0)).doesNotContain("2025550134", "secret", "detail");
        }
    }

    @Test
    void anEmptyRetryBudgetIsAWarningOnce() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client =
                        Clients.of(simulator).retryBudget(RetryBudget.of(0, 1)).build()) {
            simulator.inject(FaultRule.onAny().inject(Fault.internalServerError()));
            for (int i = 0; i < 3; i++) {
                client.ai().assistants().tests().retrieve("t").onErrorComplete().block();
            }

            assertThat(lines(Level.WARN))
                    .containsExactly("failed calls are not repeated for now, since the retry budget is empty: is the "
                            + "service available?");
        }
    }

    @Test
    void theOperationIsNamedInTheTraceOfAnError() {
        try (Simulator simulator = Simulator.start();
                TelnyxClient client = Clients.of(simulator).build()) {
            assertThatThrownBy(() ->
                            client.ai().assistants().tests().retrieve("none").block())
                    .satisfies(e -> assertThat(e.getSuppressed())
                            .anySatisfy(trace -> assertThat(trace.getMessage())
                                    .contains("checkpoint", "assistants.tests.retrieve")));
        }
    }
}
