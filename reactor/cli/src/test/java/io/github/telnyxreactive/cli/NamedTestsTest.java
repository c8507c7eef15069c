package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single tests that are named by their ids or by their names. */
class NamedTestsTest {

    private static final String LIST_TESTS = "assistants.tests.list";
    private static final String TRIGGER_TEST = "assistants.tests.runs.trigger";
    private static final String RETRIEVE_TEST = "assistants.tests.retrieve";

    @TempDir
    private Path folder;

    private final Simulator simulator = Simulator.builder()
            .runDuration(Duration.ofMillis(10), Duration.ofMillis(60))
            .outcomes(1, 0, 0)
            .start();

    private final String refund = add("Refund of a lamp", "checkout");
    private final String goodbye = add("Says goodbye", null);
    private final String comma = add("Yes, or no", "checkout");
    private final String number = add("#1 Pay", null);
    private final String payment = add("決済", "checkout");

    private String add(String name, @Nullable String suite) {
        AssistantTest test = simulator.addTest(CreateAssistantTestRequest.builder()
                .name(name)
                .destination("+13125550001")
                .instructions("Ask.")
                .rubric(List.of(RubricItem.builder()
                        .name("kind")
                        .criteria("Is it kind?")
                        .build()))
                .testSuite(suite)
                .build());
        return test.testId();
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    private Result run(String... arguments) {
        return Cli.to(simulator)
                .run(Stream.concat(Stream.of("run"), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> ran() {
        return simulator.runs().stream().map(TestRun::testId).toList();
    }

    @Test
    void testsAreFoundByTheirNames() {
        Result result = run("--tests", "Refund of a lamp", "決済," + goodbye);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(ran()).containsExactlyInAnyOrder(refund, payment, goodbye);
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(1);
        assertThat(simulator.requestCount(RETRIEVE_TEST))
                .as("what may be an id")
                .isEqualTo(1);
    }

    @Test
    void aTestThatIsNamedTwiceRunsOnce() {
        Result result = run("--tests=Says goodbye," + goodbye + ",Says goodbye", "--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.outLines())
                .contains("  test " + goodbye + " (Says goodbye)")
                .anyMatch(line -> line.startsWith("Would run 1 test: 1 run"));
    }

    @Test
    void namesWithCommasComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("tests"), "\uFEFFYes, or no\n " + refund + "\r\n決済\n");

        assertThat(run("--tests-from=" + file).exitCode()).isZero();

        assertThat(ran()).containsExactlyInAnyOrder(comma, refund, payment);
    }

    @Test
    void nothingIsListedIfAllAreIds() {
        assertThat(run("--tests=" + refund + "," + goodbye).exitCode()).isZero();

        assertThat(simulator.requestCount(LIST_TESTS)).isZero();
        assertThat(simulator.requestCount(RETRIEVE_TEST)).isEqualTo(2);
    }

    @Test
    void manyAreFoundInOneList() {
        List<String> given = new ArrayList<>(List.of("Refund of a lamp", "決済"));
        simulator.addSuite("large", 250).stream().limit(30).forEach(test -> given.add(test.testId()));

        Result result = run("--tests=" + String.join(",", given));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(simulator.runs()).hasSize(32);
        assertThat(simulator.requestCount(LIST_TESTS)).as("all of 3 pages").isEqualTo(3);
        assertThat(simulator.requestCount(RETRIEVE_TEST)).isZero();
    }

    @Test
    void anIdIsATestEvenIfItIsTheNameOfAnother() {
        add(refund, "support");

        assertThat(run("--tests=" + refund).exitCode()).isZero();

        assertThat(ran()).containsExactly(refund);
    }

    @Test
    void amongManyAnIdIsATestEvenIfTheListHasOnlyAnotherOfThatName() {
        List<String> given = new ArrayList<>(List.of(refund));
        simulator.addSuite("large", 25).forEach(test -> given.add(test.testId()));
        simulator.inject(FaultRule.on(LIST_TESTS)
                .times(1)
                .inject(Fault.status(
                        200,
                        "{\"data\":[{\"test_id\":\"other\",\"name\":\"" + refund
                                + "\"}],\"meta\":{\"total_pages\":1,\"total_results\":1}}",
                        "application/json")));

        Result result = run("--tests=" + String.join(",", given));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(ran()).containsExactlyInAnyOrderElementsOf(given);
    }

    @Test
    void namedTestsJoinSuitesAndSelections() {
        Result result = run("checkout", "--tests=Refund of a lamp,Says goodbye", "--exclude=決済", "--version-id=v2");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(ran()).containsExactlyInAnyOrder(refund, comma, goodbye);
        assertThat(simulator.requests(TRIGGER_TEST))
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.text()).isEqualTo("{\"destination_version_id\":\"v2\"}"));
    }

    @Test
    void aNameOfSeveralTestsIsRefusedWithTheirIds() {
        String other = add("Says goodbye", "support");

        Result result = run("--tests=Says goodbye,決済");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly(
                        "telnyx-batch: nothing was triggered: 2 tests have the name \"Says goodbye\": use the id"
                                + " of one, " + goodbye + " (in no suite), " + other + " (suite \"support\")");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void ofManyTestsOfANameSomeAreShown() {
        for (int number = 0; number < 8; number++) {
            add("Twin", "s" + number);
        }

        assertThat(run("--tests=Twin").err())
                .contains("8 tests have the name \"Twin\"", "(suite \"s4\") and 3 more")
                .doesNotContain("s5");
    }

    @Test
    void whatIsUnknownIsNamedTogether() {
        Result result = run("chekout", "--tests=Refund of a lump,t,決済," + refund);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.errLines())
                .containsExactly("telnyx-batch: nothing was triggered: there is no suite \"chekout\" (did you mean"
                        + " \"checkout\"?); there is no test \"Refund of a lump\" (did you mean \"Refund of a lamp\"?);"
                        + " there is no test \"t\"");
        assertThat(simulator.runs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--each-test", "--grep=.", "--shard=1/1"})
    void whatIsUnknownIsRefusedAlsoIfTestsRunOneByOne(String option) {
        Result result = run("checkout", "--tests=nobody knows", option);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("there is no test \"nobody knows\"");
        assertThat(simulator.runs()).isEmpty();
    }

    @Test
    void nothingInAFileIsAComment() throws IOException {
        Path file = Files.writeString(folder.resolve("tests"), "#1 Pay\n");

        assertThat(run("--tests-from", file.toString()).exitCode()).isZero();
        assertThat(ran()).containsExactly(number);
    }
}
