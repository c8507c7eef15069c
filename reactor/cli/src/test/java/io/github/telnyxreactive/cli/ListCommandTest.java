package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@Timeout(60)
class ListCommandTest {

    private Simulator simulator;
    private boolean interactive;
    private Mono<Void> interruption = Mono.never();
    private @Nullable OutputStream broken;

    @BeforeEach
    void start() {
        simulator = Simulator.start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private Result list(String arguments) {
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        StringWriter text = new StringWriter();
        StringWriter err = new StringWriter();
        UnaryOperator<@Nullable String> variables =
                Map.of("TELNYX_API_KEY", simulator.apiKey(), "TELNYX_BASE_URL", simulator.baseUrl())::get;
        Environment environment = new Environment(
                new Terminal(new PrintWriter(text), new PrintWriter(err), interactive, Style.PLAIN),
                variables,
                InstantSource.system(),
                Schedulers.parallel(),
                interruption,
                Path.of(""),
                PollingSchedule.defaults(),
                settings -> settings);
        int exitCode = TelnyxBatch.commandLine(environment, broken == null ? list : broken)
                .execute(("list " + arguments).split(" "));
        return new Result(exitCode, list.toString(StandardCharsets.UTF_8), text.toString(), err.toString());
    }

    private record Result(int exitCode, String list, String out, String err) {

        List<String> lines() {
            return list.lines().toList();
        }
    }

    @Test
    void eachElementIsALineOfWhatTheServiceGave() {
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
        assertThat(result.lines()).hasSize(2);
        Assistant first = TelnyxJson.read(result.lines().get(0), Assistant.class);
        assertThat(first.name()).isEqualTo("Two\nlines \u001b[31m");
        assertThat(first.additionalProperties()).containsEntry("not_known", TelnyxJson.toTree(List.of(1, "x")));
    }

    @Test
    void aTerminalGetsATableThatNobodyCanTamperWith() {
        simulator.addAssistant(CreateAssistantRequest.builder()
                .name("Two\nlines \u001b[31m of a name that is far too long")
                .instructions("Be kind")
                .build());
        interactive = true;

        Result result = list("assistants");

        assertThat(result.lines()).hasSize(2);
        assertThat(result.lines().get(0)).matches("ID {46}NAME {28}MODEL {21}CREATED");
        assertThat(result.lines().get(1))
                .matches(
                        "assistant-[0-9a-f-]{36}  Two lines \\?\\[31m of a name tha…  moonshotai/Kimi-K2.5 {6}\\S{20,27}");
    }

    @Test
    void noMorePagesAreReadThanAreWritten() {
        List<AssistantTest> tests = simulator.addSuite("checkout", 250);

        Result result = list("tests --limit 150");

        assertThat(result.lines()).hasSize(150);
        assertThat(result.lines().get(149)).contains(tests.get(149).testId());
        assertThat(simulator.requestCount("assistants.tests.list")).isEqualTo(2);
        simulator.clearRequests();
        assertThat(list("tests --limit 0").exitCode()).isZero();
        assertThat(simulator.requestCount()).isZero();
        list("tests --limit 3 --page-size 50");
        assertThat(simulator.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.uri()).contains("3"));
    }

    @Test
    void filtersAreSent() {
        simulator.addSuite("a", 2);
        AssistantTest other = simulator.addSuite("b", 1).get(0);

        assertThat(list("tests --suite b --channel phone_call --destination +13125550000")
                        .lines())
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
    void aListOfAnyKindIsMadeUp(String which, int count) {
        Result result = list(which + " --simulate " + count);

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.lines()).hasSize(count).doesNotHaveDuplicates();
        assertThat(simulator.requestCount()).isZero();
    }

    @Test
    void whatBelongsToSomethingIsListed() {
        AssistantTest test = simulator.addSuite("checkout", 1).get(0);
        Assistant assistant = simulator.addAssistant(CreateAssistantRequest.builder()
                .name("n")
                .instructions("i")
                .tags(List.of("vip"))
                .build());

        assertThat(list("runs --test " + test.testId()).lines()).isEmpty();
        assertThat(list("runs --suite checkout --status passed --suite-run x").exitCode())
                .isZero();
        assertThat(list("scheduled-events --from 2026-01-31T08:00:00Z --assistant " + assistant.id())
                        .exitCode())
                .isZero();
        assertThat(list("connections").exitCode()).isZero();
        assertThat(list("tags").lines()).containsExactly("\"vip\"");
        assertThat(list("versions --assistant " + assistant.id()).lines())
                .last()
                .asString()
                .contains(String.valueOf(assistant.versionId()));
        assertThat(list("integrations --format table").lines().get(0)).startsWith("ID  ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                               | Missing required subcommand
                    assistants --limit=-1            | -1 is not at least 0
                    tests --page-size=101            | 101 is not 1 to 100
                    tests --simulate=-1              | -1 is not at least 0
                    tests --format=xml               | expected one of [ndjson, table]
                    runs                             | --test
                    runs --test=a --suite=b          | mutually exclusive
                    runs --test=a --suite-run=b      | --suite-run needs --suite
                    versions                         | --assistant
                    """)
    void aWrongCommandIsExplainedInOneLine(String arguments, String reason) {
        Result result = list(arguments);

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.list()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().contains(reason);
    }

    @Test
    void whatWasReadBeforeAnErrorIsWritten() {
        simulator.addSuite("checkout", 40);
        simulator.inject(
                FaultRule.on("assistants.tests.list").after(1).inject(Fault.status(403, "{}", "application/json")));

        Result result = list("tests --page-size 20");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.lines()).hasSize(20);
        assertThat(result.err().lines()).singleElement().asString().contains("status 403");
    }

    @Test
    void aFullDiskIsAnError() {
        simulator.addSuite("checkout", 1);
        broken = failing("No space left on device");

        Result result = list("tests");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly("telnyx-batch: the list cannot be written: No space left on device");
    }

    @Test
    void aClosedPipeIsNone() {
        simulator.addSuite("checkout", 500);
        broken = failing("Broken pipe");

        Result result = list("tests");

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
    void anInterruptionStopsTheReading() {
        simulator.addSuite("checkout", 1);
        simulator.holdLists();
        interruption = Mono.delay(Duration.ofMillis(1))
                .repeat(() -> simulator.requestCount() == 0)
                .then();

        Result result = list("tests");

        assertThat(result.exitCode()).isEqualTo(130);
        assertThat(result.err()).isEmpty();
        assertThat(simulator.requestCount()).isEqualTo(1);
    }
}
