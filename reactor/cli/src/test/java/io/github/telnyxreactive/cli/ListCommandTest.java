package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.Cli.Result;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListCommandTest {

    private static final String LIST_TESTS = "assistants.tests.list";

    private Simulator simulator;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Result list(String arguments) {
        return list(Cli.to(simulator), arguments);
    }

    private static Result list(Cli cli, String arguments) {
        return cli.run(("list " + arguments).split(" "));
    }

    @Test
    void writesEachElementAsALineWithAllItsFields() {
        simulator.addAssistant(CreateAssistantRequest.builder()
                .name("Two\nlines \u001b[31m")
                .instructions("Be kind")
                .additionalProperties(Map.of("not_known", TelnyxJson.toTree(List.of(1, "x"))))
                .build());
        simulator.addAssistants(1);

        Result result = list("assistants");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEmpty();
        assertThat(result.listLines()).hasSize(2);
        Assistant first = TelnyxJson.read(result.listLines().get(0), Assistant.class);
        assertThat(first.name()).isEqualTo("Two\nlines \u001b[31m");
        assertThat(first.additionalProperties()).containsEntry("not_known", TelnyxJson.toTree(List.of(1, "x")));
    }

    @Test
    void writesATableWithoutControlCharactersOnATerminal() {
        simulator.addAssistant(CreateAssistantRequest.builder()
                .name("Two\nlines \u001b[31m of a name that is far too long")
                .instructions("Be kind")
                .build());

        Result result = list(Cli.to(simulator).onATerminal(), "assistants");

        assertThat(result.listLines()).hasSize(2);
        assertThat(result.listLines().get(0)).matches("\u001b\\[1mID {46}NAME {28}MODEL {21}CREATED\u001b\\[0m");
        assertThat(result.listLines().get(1))
                .matches(
                        "assistant-[0-9a-f-]{36}  Two lines \\?\\[31m of a name tha…  moonshotai/Kimi-K2.5 {6}\\S{20,27}");
    }

    @Test
    void readsNoMorePagesThanItWrites() {
        List<AssistantTest> tests = simulator.addSuite("checkout", 250);

        Result result = list("tests --limit 150");

        assertThat(result.listLines()).hasSize(150);
        assertThat(result.listLines().get(149)).contains(tests.get(149).testId());
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(2);
        simulator.clearRequests();
        assertThat(list("tests --limit 0").exitCode()).isZero();
        assertThat(simulator.requestCount()).isZero();
        list("tests --limit 3 --page-size 50");
        assertThat(simulator.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.uri()).contains("3"));
    }

    @Test
    void sendsFilters() {
        simulator.addSuite("a", 2);
        AssistantTest other = simulator.addSuite("b", 1).get(0);

        assertThat(list("tests --suite b --channel phone_call --destination +13125550000")
                        .listLines())
                .singleElement()
                .asString()
                .contains(other.testId());
        assertThat(simulator.requests().get(0).uri())
                .contains("test_suite", "telnyx_conversation_channel", "destination");
    }

    @ParameterizedTest
    @CsvSource({
        "assistants, 250",
        "tests --page-size 7, 30",
        "suites, 120",
        "tools, 25",
        "mcp-servers --page-size 10, 30",
        "tests --suite own, 3",
        "assistants, 0"
    })
    void simulatesLists(String which, int count) {
        Result result = list(which + " --simulate --elements " + count);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.listLines()).hasSize(count).doesNotHaveDuplicates();
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void listsWhatBelongsToSomething() {
        AssistantTest test = simulator.addSuite("checkout", 1).get(0);
        Assistant assistant = simulator.addAssistant(CreateAssistantRequest.builder()
                .name("n")
                .instructions("i")
                .tags(List.of("vip"))
                .build());

        assertThat(list("runs --test " + test.testId()).listLines()).isEmpty();
        assertThat(list("runs --suite checkout --status passed --suite-run x").exitCode())
                .isZero();
        assertThat(list("scheduled-events --from 2026-01-31T08:00:00Z --assistant " + assistant.id())
                        .exitCode())
                .isZero();
        assertThat(list("connections").exitCode()).isZero();
        assertThat(list("tags").listLines()).containsExactly("\"vip\"");
        assertThat(list("versions --assistant " + assistant.id()).listLines())
                .last()
                .asString()
                .contains(String.valueOf(assistant.versionId()));
        assertThat(list("integrations --format table").listLines().get(0)).startsWith("ID  ");
    }

    @Test
    void writesJsonLinesToATerminalIfAsked() {
        simulator.addTests("checkout", 2);

        assertThat(list(Cli.to(simulator).onATerminal(), "tests --json").listLines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                               | Missing required subcommand
                    assistants --limit=-1            | -1 is not at least 0
                    tests --page-size=101            | 101 is not 1 to 100
                    tests --simulate --elements=-1   | -1 is not at least 0
                    tests --elements 3               | --elements is for --simulate
                    tests --json --format=table      | --json and --format table contradict each other
                    tests --format=xml               | expected one of [ndjson, table]
                    runs                             | --test
                    runs --test=a --suite=b          | mutually exclusive
                    runs --test=a --suite-run=b      | --suite-run needs --suite
                    versions                         | --assistant
                    """)
    void explainsInvalidArgumentsInOneLine(String arguments, String reason) {
        Result result = list(arguments);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.list()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().contains(reason);
    }

    @Test
    void writesWhatItReadBeforeAnError() {
        simulator.addSuite("checkout", 40);
        simulator.inject(FaultRule.on(LIST_TESTS).after(1).inject(Fault.status(403, "{}", "application/json")));

        Result result = list("tests --page-size 20");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.listLines()).hasSize(20);
        assertThat(result.err().lines()).singleElement().asString().contains("status 403");
    }

    @Test
    void printsStackTracesIfVerbose() {
        simulator.inject(FaultRule.on(LIST_TESTS).inject(Fault.status(403, "{}", "application/json")));

        assertThat(list("tests --verbose").err())
                .contains("status 403", "PermissionDeniedException: ", "\tat io.github.telnyxreactive.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ndjson", "table"})
    void namesTheClosestSuitesIfThereIsNoSuchSuite(String format) {
        List.of("support", "checkout", "check-in").forEach(suite -> simulator.addSuite(suite, 1));

        Result result = list("tests --suite chekout --format " + format);

        assertThat(result.exitCode()).isZero();
        assertThat(result.list()).isEmpty();
        assertThat(result.errLines())
                .containsExactly(
                        "telnyx-batch: no tests match --suite chekout; there is no suite chekout, but checkout,"
                                + " check-in, support");
        assertThat(simulator.requestCount(LIST_TESTS)).isEqualTo(1);
        assertThat(simulator.requestCount("assistants.tests.testSuites.list")).isEqualTo(1);
        assertThat(simulator.requestCount()).isEqualTo(2);
    }

    @Test
    void namesTheKnownStatusesClosestFirst() {
        AssistantTest test = simulator.addSuite("checkout", 1).get(0);

        Result result = list("runs --status faild --test " + test.testId());

        assertThat(result.exitCode()).isZero();
        assertThat(result.list()).isEmpty();
        assertThat(result.err())
                .startsWith("telnyx-batch: no runs match --status faild --test " + test.testId()
                        + "; faild is not a known value of --status, which are failed, ")
                .contains("passed", "pending", "running");
        assertThat(simulator.requestCount()).isEqualTo(1);
    }

    @Test
    void saysThatAListIsEmptyWithoutAGuessIfEverythingExists() {
        simulator.addSuite("checkout", 1);

        assertThat(list("runs --suite checkout --status failed").err())
                .isEqualTo("telnyx-batch: no runs match --suite checkout --status failed" + System.lineSeparator());
        assertThat(simulator.requestCount()).isEqualTo(2);
        assertThat(list("tests --channel phone_cal").err()).contains("which are phone_call, ");
        assertThat(list("mcp-servers --rate 50").err())
                .isEqualTo("telnyx-batch: there are no mcp servers" + System.lineSeparator());
        assertThat(list("tests").err()).isEmpty();
    }

    @Test
    void saysThatAListIsEmptyIfTheSuitesCannotBeRead() {
        simulator.inject(
                FaultRule.on("assistants.tests.testSuites.list").inject(Fault.status(403, "{}", "application/json")));

        Result result = list("tests --suite a\u001b[2J");

        assertThat(result.exitCode()).isZero();
        assertThat(result.errLines()).containsExactly("telnyx-batch: no tests match --suite a?[2J");
    }

    @Test
    void fitsTheWidthOfTheTerminal() {
        simulator.addSuite("checkout", 1);

        assertThat(list(Cli.to(simulator).onATerminalOf(80), "tests").listLines())
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(line.replaceAll("\u001b\\[\\d+m", "")).hasSizeLessThanOrEqualTo(80));
        assertThat(list(Cli.to(simulator).onATerminalOf(40), "tests").listLines())
                .hasSizeGreaterThan(2)
                .allSatisfy(line ->
                        assertThat(line.replaceAll("\u001b\\[\\d+m", "")).hasSizeLessThanOrEqualTo(40));
    }

    @Test
    void reportsAFullDisk() {
        simulator.addSuite("checkout", 1);

        Result result = list(Cli.to(simulator).listingTo(failing("No space left on device")), "tests");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly("telnyx-batch: could not write the list: No space left on device");
    }

    @Test
    void endsQuietlyWhenThePipeIsClosed() {
        simulator.addSuite("checkout", 500);

        Result result = list(Cli.to(simulator).listingTo(failing("Broken pipe")), "tests");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(simulator.requestCount()).isLessThan(5);
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }

    @Test
    void stopsReadingWhenItIsInterrupted() {
        simulator.addSuite("checkout", 1);
        simulator.holdLists();

        Result result = list(Cli.to(simulator).interruptedByResponseTo(LIST_TESTS), "tests");

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.err()).isEmpty();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }
}
