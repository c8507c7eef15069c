package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.operation.TestOperations;
import io.github.telnyxreactive.operation.TestRunOperations;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Searches all output of the client, at the finest log level, for the key. */
class SecretsTest {

    private static final String KEY = "KEY0123456789ABCDEF_secret";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level level = root.getLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.detachAndStopAllAppenders();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.setLevel(level);
        root.detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverShowsTheKey(boolean tls) throws Exception {
        List<String> emitted = new ArrayList<>();
        try (Simulator simulator = Simulator.builder().apiKey(KEY).tls(tls).start()) {
            TelnyxClientBuilder builder = Clients.of(simulator).retry(Clients.QUICK_RETRY.withMaxAttempts(2));
            if (tls) {
                builder.trustManager(Clients.trusting(Objects.requireNonNull(simulator.certificate())));
            }
            emitted.add(builder.toString());
            try (TelnyxClient client = builder.build()) {
                emitted.add(client.toString());
                emitted.add(client.withOptions(options -> options.withHeader("x-tenant", KEY))
                        .toString());
                String testId = simulator.addSuite("checkout", 1).get(0).testId();
                emitted.add(outcome(client.execute(TestOperations.retrieve(testId))));
                for (Fault fault : faults()) {
                    emitted.addAll(outcomes(simulator, fault, client, testId));
                }
                TelnyxClient hasty = client.withOptions(options -> options.withResponseTimeout(Duration.ofMillis(50)));
                emitted.addAll(outcomes(simulator, Fault.silence(), hasty, testId));
                simulator.suspend();
                emitted.add(outcome(client.execute(TestOperations.retrieve(testId))));
                emitted.add(client.toString());
            }
        }

        List<ILoggingEvent> events = List.copyOf(log.list);
        assertThat(events).hasSizeGreaterThan(100).anyMatch(event -> event.getLevel() == Level.TRACE);
        events.forEach(event -> emitted.add(event.getLoggerName() + " " + event.getFormattedMessage() + " "
                + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage())));
        assertThat(emitted).noneMatch(text -> text.contains(KEY));
        assertThat(emitted).anyMatch(text -> text.contains("[redacted]"));
    }

    private static List<Fault> faults() {
        String echo = "{\"errors\":[{\"code\":\"1\",\"title\":\"" + KEY + "\",\"detail\":\"Bearer " + KEY + "\"}]}";
        return List.of(
                Fault.status(400, echo, "application/json"),
                Fault.status(
                        401,
                        "{\"detail\":[{\"loc\":[\"" + KEY + "\"],\"msg\":\"" + KEY + "\",\"type\":\"x\"}]}",
                        "application/json"),
                Fault.status(
                        422,
                        "{\"detail\":[{\"loc\":[\"" + KEY + "\"],\"msg\":\"" + KEY + "\",\"type\":\"x\"}]}",
                        "application/json"),
                Fault.status(500, "<html>Authorization: Bearer " + KEY + "</html>", "text/html"),
                Fault.status(200, "{\"test_id\":{\"" + KEY + "\":1}}", "application/json"),
                Fault.status(200, "{\"created_at\":\"" + KEY + "\"}", "application/json"),
                Fault.status(200, "garbage " + KEY, "text/plain"),
                Fault.garbage(),
                Fault.truncatedBody(),
                Fault.resetAfterProcessing(),
                Fault.redirect("http://127.0.0.1:1/" + KEY));
    }

    private static List<String> outcomes(Simulator simulator, Fault fault, TelnyxClient client, String testId) {
        simulator.clearFaults();
        simulator.inject(FaultRule.onAny().inject(fault));
        return List.of(
                outcome(client.execute(TestRunOperations.trigger(
                        testId, TriggerTestRunRequest.builder().build()))),
                outcome(client.exchange(TestOperations.retrieve(testId))));
    }

    private static String outcome(Mono<?> call) {
        return call.map(Object::toString)
                .onErrorResume(failure -> Mono.fromSupplier(() -> describe(failure)))
                .blockOptional()
                .orElse("");
    }

    private static String describe(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text + failure.toString();
    }
}
