package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import io.github.telnyxreactive.simulator.SimulatorBuilder;
import io.github.telnyxreactive.simulator.internal.time.ManualTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class RunCommandTest {

    private static final Duration FOREVER = Duration.ofHours(1);
    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String LIST_TESTS = "assistants.tests.list";
    private static final String LIST_RUNS = "assistants.tests.testSuites.runs.list";
    private static final String RETRIEVE_RUN = "assistants.tests.runs.retrieve";
    private static final String KEY = "KEY-not-to-be-seen";

    private Simulator simulator = start(builder -> builder);

    private Simulator start(UnaryOperator<SimulatorBuilder> settings) {
        SimulatorBuilder builder = Simulator.builder()
                .apiKey(KEY)
                .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
                .outcomes(1, 0, 0);
        Simulator started = settings.apply(builder).start();
        started.addSuite("checkout", 3);
        started.addSuite("support", 2);
        return started;
    }

    private void restart(UnaryOperator<SimulatorBuilder> settings) {
        simulator.close();
        simulator = start(settings);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private Result run(String... arguments) {
        Result result = Cli.to(simulator).run(arguments);
        assertThat(result.out() + result.err()).doesNotContain(KEY);
        return result;
    }

    @Test
    void reportsThatEveryRunPassed() {
        Result result = run("run", "checkout", "support");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .anyMatch(line -> line.startsWith("Journal: target/journals/telnyx-batch-"))
                .contains("Running 2 suites: checkout, support")
                .contains("checkout", "support")
                .anyMatch(
                        line -> line.endsWith(": 5 of 5 finished (0 pending, 0 running, 5 passed, 0 failed, 0 error)"))
                .anyMatch(line ->
                        line.matches("  A calm caller: refund of a damaged lamp +passed +0\\.0 s +[0-9a-f-]{36}"))
                .contains("Tested: main version");
        assertThat(result.outLines())
                .last()
                .asString()
                .matches("5 runs of 2 suites in \\d+\\.\\d s: 5 passed, 0 failed, 0 error");
        assertThat(simulator.requestCount(TRIGGER)).isEqualTo(2);
        assertThat(simulator.requestCount(LIST_TESTS))
                .as("before the batch, and before each trigger")
                .isEqualTo(4);
    }

    @Test
    void reportsFailedRuns() {
        restart(builder -> builder.outcomes(0, 1, 0));

        Result result = run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .anyMatch(line -> line.matches(
                        "  A calm caller: .* +failed +0\\.0 s  (Solution|Greeting|Tone|Brevity).* [0-9a-f-]{36}"));
        assertThat(result.outLines()).last().asString().endsWith(": 0 passed, 3 failed, 0 error");
    }

    @Test
    void printsColorsAndNoProgressLinesOnATerminal() {
        Result result = Cli.to(simulator).onATerminal().run("run", "checkout");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("\u001b[32mpassed\u001b[0m", "\u001b[1mcheckout\u001b[0m")
                .doesNotContain("Running 1 suite");
    }

    @Test
    void runsASuiteOnceThatIsNamedTwice() {
        assertThat(run("run", "checkout", "checkout").outLines())
                .last()
                .asString()
                .startsWith("3 runs of 1 suite");
        assertThat(simulator.requestCount(TRIGGER)).isEqualTo(1);
    }

    @Test
    void sendsTheVersion() {
        assertThat(run("run", "checkout", "--version-id", "version-7").exitCode())
                .isZero();

        assertThat(simulator.requests(TRIGGER))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.text()).isEqualTo("{\"destination_version_id\":\"version-7\"}"));
    }

    @Test
    void explainsAnEmptyVersion() {
        Result result = run("run", "checkout", "--version-id", "");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("telnyx-batch: checkout: ")
                .contains("was not sent because of 1 violation: destination_version_id must have");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void explainsARejectedApiKey() {
        Result result = Cli.to(simulator).with("TELNYX_API_KEY", "KEY-wrong").run("run", "checkout", "support");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: the API key was rejected (status 401);"
                        + " set TELNYX_API_KEY to a valid key of your account");
        assertThat(result.out() + result.err()).doesNotContain("KEY-wrong");
    }

    @Test
    void runsTheOtherSuitesIfOneCannotBeTriggered() {
        simulator.inject(
                FaultRule.on(TRIGGER).times(1).inject(Fault.status(404, "{\"errors\":[]}", "application/json")));

        Result result = run("run", "support", "checkout", "--concurrency=3");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .contains(": no such suite, test, assistant or version", "(status 404)");
        assertThat(result.outLines())
                .anyMatch(line -> line.matches(".*: [23] passed, 0 failed, 0 error; 1 suite without a result"));
    }

    @Test
    void explainsAnUnreachableService() {
        simulator.suspend();

        Result result = run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("telnyx-batch: the service cannot be reached (Connection refused")
                .endsWith("check TELNYX_BASE_URL and the network");
    }

    @Test
    void explainsAnUntrustedCertificate() {
        restart(builder -> builder.tls(true));

        Result result = run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("telnyx-batch: the server's certificate is not trusted (")
                .contains("javax.net.ssl.trustStore");
    }

    @Test
    void givesRunsUpAtTheDeadline() {
        restart(builder -> builder.runDuration(FOREVER, FOREVER));
        ManualTime time = new ManualTime();

        // Until runs are polled, time passes as slowly as the machine needs.
        Disposable steps = Schedulers.parallel()
                .schedulePeriodically(() -> time.advance(Duration.ofMillis(20)), 1, 1, TimeUnit.MILLISECONDS);

        Result result = Cli.to(simulator)
                .timedBy(time)
                .onResponseTo(LIST_RUNS, () -> time.advance(Duration.ofHours(1)))
                .run("run", "checkout", "--deadline=1h");
        steps.dispose();

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("telnyx-batch: checkout: 3 runs did not finish: the deadline has passed")
                .contains("--deadline");
        assertThat(result.outLines())
                .anyMatch(line -> line.matches("  A calm caller: .* pending +- +[0-9a-f-]{36}"))
                .anyMatch(line -> line.contains("3 not finished; 1 suite without a result"));
        assertThat(result.outLines()).last().asString().startsWith("To resume this batch: ");
    }

    @Test
    void retriesUntilAnOutageIsOver() {
        simulator.inject(FaultRule.on(TRIGGER).times(12).inject(Fault.serviceUnavailable()));

        assertThat(run("run", "checkout").exitCode()).isZero();
        assertThat(simulator.runs()).hasSize(3);
    }

    @Test
    void retriesUntilTheDeadline() {
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.resetBeforeProcessing()));

        Result result = run("run", "checkout", "--deadline=200ms");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .singleElement()
                .asString()
                .startsWith("telnyx-batch: checkout: ")
                .contains("deadline");
    }

    @Test
    void triggersNothingIfItIsInterruptedFirst() {
        Result result = Cli.to(simulator).interruptedBy(Mono.empty()).run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.outLines()).containsExactly("Interrupted. Nothing was triggered.");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void reportsRunsThatItCannotFollow() {
        simulator.inject(FaultRule.on(LIST_RUNS).inject(Fault.status(418, "tea", "text/plain")));
        simulator.inject(FaultRule.on(RETRIEVE_RUN).inject(Fault.status(418, "tea", "text/plain")));

        Result result = run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.errLines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("did not finish", "status 418"));
        assertThat(result.outLines()).anyMatch(line -> line.contains("3 not finished"));
    }

    @Test
    void printsStackTracesAndTheUrlIfVerbose() {
        simulator.inject(FaultRule.on(TRIGGER).inject(Fault.status(404, "{\"errors\":[]}", "application/json")));

        Result result = run("run", "checkout", "--verbose");

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .contains(simulator.baseUrl())
                .contains("io.github.telnyxreactive.error.NotFoundException: ")
                .contains("\tat io.github.telnyxreactive.");
    }

    @Test
    void triggersNothingIfTheTestsCannotBeRead() {
        simulator.inject(FaultRule.on(LIST_TESTS).inject(Fault.status(418, "tea", "text/plain")));

        Result result = run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().contains("status 418");
        assertThat(simulator.requestCount(TRIGGER)).isZero();
    }

    @Test
    void reportsTheBatchWhenItIsInterrupted() {
        restart(builder -> builder.runDuration(FOREVER, FOREVER));

        Result result = Cli.to(simulator).interruptedByResponseTo(LIST_RUNS).run("run", "checkout");

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.err()).isEmpty();
        assertThat(result.outLines())
                .anyMatch(line ->
                        line.startsWith("Interrupted. 3 runs of 1 suite in ") && line.endsWith("3 not finished"))
                .contains("Runs that were started continue at Telnyx.")
                .anyMatch(line -> line.startsWith("To resume this batch: telnyx-batch run --resume target"));
    }

    @Test
    void simulatesWithoutAnApiKey() {
        Result result = new Cli().accelerated().run("run", "my suite", "--simulate");

        assertThat(result.exitCode()).isZero();
        assertThat(result.errLines()).containsExactly("This is a simulation: nothing is sent to Telnyx.");
        assertThat(result.outLines()).last().asString().endsWith(": 8 passed, 0 failed, 0 error");
        assertThat(result.out()).doesNotContain("Journal:");
        assertThat(result.out() + result.err()).doesNotContain(Simulator.DEFAULT_API_KEY);
    }

    @Test
    void simulatesFailures() {
        Result result = new Cli().accelerated().run("run", "checkout", "--simulate", "--simulate-failures=100");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.outLines()).last().asString().contains(": 0 passed, ");
    }

    @Test
    void explainsSuitesThatTheSimulatorRejects() {
        Result result = new Cli().run("run", "x".repeat(101), "--simulate");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines()).singleElement().asString().startsWith("telnyx-batch: the simulator cannot have");
    }
}
