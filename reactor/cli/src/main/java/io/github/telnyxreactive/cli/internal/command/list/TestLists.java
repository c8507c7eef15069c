package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.Service;
import io.github.telnyxreactive.cli.internal.command.simulation.ListSimulation;
import io.github.telnyxreactive.cli.internal.listing.Column;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.resource.Ai;
import io.github.telnyxreactive.resource.AssistantTests;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Flux;

/** The lists of tests, of their suites and of their runs. */
final class TestLists {

    private TestLists() {}

    /** The assistant tests. */
    @Command(
            name = "tests",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the tests of assistants.")
    static final class Tests extends ListAction {

        @Option(names = "--suite", paramLabel = "NAME", description = "Only those of this suite.")
        private @Nullable String suite;

        @Option(
                names = "--channel",
                paramLabel = "CHANNEL",
                description = "Only those that go this way, such as phone_call or web_chat.")
        private @Nullable String channel;

        @Option(names = "--destination", paramLabel = "TEXT", description = "Only those that call this.")
        private @Nullable String destination;

        @Mixin
        private PageOptions pages = new PageOptions();

        @Mixin
        private ListSimulation simulation = new ListSimulation();

        Tests(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.assistants()
                    .tests()
                    .list(TestListParams.builder()
                            .testSuite(suite)
                            .telnyxConversationChannel(channel == null ? null : new TelnyxConversationChannel(channel))
                            .destination(destination)
                            .pageSize(pageSize(pages))
                            .build());
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("ID", "test_id", 36),
                    Column.text("NAME", "name", 40),
                    Column.text("SUITE", "test_suite", 20),
                    Column.text("CHANNEL", "telnyx_conversation_channel", 10));
        }

        @Override
        @Nullable Service simulated(Service.Limits kept) {
            String name = Objects.requireNonNullElse(suite, "simulated");
            return simulation.start((simulator, count) -> simulator.addTests(name, count), kept);
        }
    }

    /** The names of the suites. */
    @Command(
            name = "suites",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the names of the suites.")
    static final class Suites extends ListAction {

        @Mixin
        private ListSimulation simulation = new ListSimulation();

        Suites(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            return ai.assistants().tests().testSuites().list();
        }

        @Override
        List<Column> columns() {
            return List.of(Column.itself("SUITE"));
        }

        @Override
        @Nullable Service simulated(Service.Limits kept) {
            return simulation.start(Suites::fill, kept);
        }

        private static void fill(Simulator simulator, int count) {
            for (int number = 1; number <= count; number++) {
                simulator.addTests(String.format(Locale.ROOT, "suite-%03d", number), 1);
            }
        }
    }

    /** The runs of a test or of a suite. */
    @Command(
            name = "runs",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Lists the runs of a test or of a suite.")
    static final class Runs extends ListAction {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @ArgGroup(multiplicity = "1")
        private Owner owner = new Owner();

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "Only those in this status, such as running, passed or failed.")
        private @Nullable String status;

        @Option(
                names = "--suite-run",
                paramLabel = "ID",
                description = "With --suite: only those of this triggering of the suite.")
        private @Nullable String suiteRunId;

        @Mixin
        private PageOptions pages = new PageOptions();

        Runs(Environment environment, OutputStream out) {
            super(environment, out);
        }

        @Override
        Flux<?> items(Ai ai) {
            AssistantTests tests = ai.assistants().tests();
            TestRunStatus wanted = status == null ? null : new TestRunStatus(status);
            if (owner.suite != null) {
                TestSuiteRunListParams params = TestSuiteRunListParams.builder()
                        .status(wanted)
                        .testSuiteRunId(suiteRunId)
                        .pageSize(pageSize(pages))
                        .build();
                return tests.testSuites().runs().list(owner.suite, params);
            }
            if (suiteRunId != null) {
                throw new ParameterException(spec.commandLine(), "--suite-run belongs to a suite: leave it out");
            }
            TestRunListParams params = TestRunListParams.builder()
                    .status(wanted)
                    .pageSize(pageSize(pages))
                    .build();
            return tests.runs().list(Objects.requireNonNull(owner.test, "test"), params);
        }

        @Override
        List<Column> columns() {
            return List.of(
                    Column.id("ID", "run_id", 36),
                    Column.text("STATUS", "status", 8),
                    Column.id("TEST", "test_id", 36),
                    Column.text("CREATED", "created_at", 27));
        }

        /** Whose runs are listed: exactly one of the two is set. */
        static final class Owner {

            @Option(names = "--test", paramLabel = "ID", required = true, description = "The test.")
            private @Nullable String test;

            @Option(names = "--suite", paramLabel = "NAME", required = true, description = "The suite.")
            private @Nullable String suite;
        }
    }
}
