package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.command.simulation.ListSimulation;
import io.github.telnyxreactive.cli.internal.listing.Column;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.model.mcpserver.McpServerListParams;
import io.github.telnyxreactive.model.scheduledevent.ConversationChannelType;
import io.github.telnyxreactive.model.scheduledevent.ScheduledEventListParams;
import io.github.telnyxreactive.model.sharedtool.SharedToolListParams;
import io.github.telnyxreactive.model.testrun.TestRunListParams;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TestSuiteRunListParams;
import io.github.telnyxreactive.resource.Ai;
import io.github.telnyxreactive.resource.AssistantTests;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;

/** The table of all lists. */
final class ListKinds {

    private static final ListOption<String> ASSISTANT =
            ListOption.text("--assistant", "ID", "The assistant.").required();
    private static final ListOption<ConversationChannelType> EVENT_CHANNEL = ListOption.of(
                    "--channel",
                    "CHANNEL",
                    ConversationChannelType.class,
                    "Only events on this channel, such as phone_call or sms_chat.")
            .parsedBy(
                    ConversationChannelType::new,
                    List.of(ConversationChannelType.PHONE_CALL, ConversationChannelType.SMS_CHAT));
    private static final ListOption<OffsetDateTime> FROM = ListOption.of(
            "--from", "TIME", OffsetDateTime.class, "Only events from this time on, such as 2026-01-31T08:00:00Z.");
    private static final ListOption<OffsetDateTime> TO =
            ListOption.of("--to", "TIME", OffsetDateTime.class, "Only events up to this time.");

    private static final ListOption<String> TEST = ListOption.text("--test", "ID", "The test.");
    private static final ListOption<String> SUITE = ListOption.text("--suite", "NAME", "The suite.");
    private static final ListOption<String> TESTS_OF_SUITE =
            ListOption.text("--suite", "NAME", "Only tests of this suite.");
    private static final ListOption<TelnyxConversationChannel> TEST_CHANNEL = ListOption.of(
                    "--channel",
                    "CHANNEL",
                    TelnyxConversationChannel.class,
                    "Only tests on this channel, such as phone_call or web_chat.")
            .parsedBy(
                    TelnyxConversationChannel::new,
                    List.of(
                            TelnyxConversationChannel.PHONE_CALL,
                            TelnyxConversationChannel.WEB_CALL,
                            TelnyxConversationChannel.SMS_CHAT,
                            TelnyxConversationChannel.WEB_CHAT));
    private static final ListOption<String> DESTINATION =
            ListOption.text("--destination", "TEXT", "Only tests that call this destination.");
    private static final ListOption<TestRunStatus> STATUS = ListOption.of(
                    "--status",
                    "STATUS",
                    TestRunStatus.class,
                    "Only runs in this status, such as running, passed or failed.")
            .parsedBy(
                    TestRunStatus::new,
                    List.of(
                            TestRunStatus.PENDING,
                            TestRunStatus.STARTING,
                            TestRunStatus.RUNNING,
                            TestRunStatus.PASSED,
                            TestRunStatus.FAILED,
                            TestRunStatus.ERROR));
    private static final ListOption<String> SUITE_RUN =
            ListOption.text("--suite-run", "ID", "With --suite: only runs that this suite run has started.");

    private static final ListOption<String> TOOL_TYPE =
            ListOption.text("--type", "TYPE", "Only tools of this type, such as webhook.");
    private static final ListOption<String> TOOL_NAME = ListOption.text("--name", "NAME", "Only tools with this name.");
    private static final ListOption<String> SERVER_TYPE =
            ListOption.text("--type", "TYPE", "Only servers of this type, such as http.");
    private static final ListOption<String> SERVER_URL = ListOption.text("--url", "URL", "Only servers at this URL.");

    /** The lists, in the order of the help text. */
    static final List<ListKind> ALL = List.of(
            new ListKind(
                            "assistants",
                            "Lists the assistants, each in its main version.",
                            List.of(),
                            (ai, options) -> ai.assistants().list(),
                            List.of(
                                    Column.id("ID", "id", 46),
                                    Column.text("NAME", "name", 30),
                                    Column.value("MODEL", "model", 24),
                                    Column.value("CREATED", "created_at", 27)))
                    .simulatedWith((simulator, count, options) -> simulator.addAssistants(count)),
            new ListKind(
                    "versions",
                    "Lists the versions of an assistant.",
                    List.of(ASSISTANT),
                    (ai, options) -> ai.assistants().versions().list(options.require(ASSISTANT)),
                    List.of(
                            Column.id("VERSION", "version_id", 36),
                            Column.text("NAME", "version_name", 30),
                            Column.value("MODEL", "model", 24),
                            Column.value("CREATED", "version_created_at", 27))),
            new ListKind(
                    "tags",
                    "Lists the tags that any assistant has.",
                    List.of(),
                    (ai, options) -> ai.assistants().tags().list().flatMapIterable(tags -> tags),
                    List.of(Column.itself("TAG"))),
            new ListKind(
                    "scheduled-events",
                    "Lists the calls and messages that an assistant will make or has made.",
                    List.of(ASSISTANT, EVENT_CHANNEL, FROM, TO, ListOption.PAGE_SIZE),
                    (ai, options) -> ai.assistants()
                            .scheduledEvents()
                            .list(
                                    options.require(ASSISTANT),
                                    ScheduledEventListParams.builder()
                                            .conversationChannel(options.get(EVENT_CHANNEL))
                                            .fromDate(options.get(FROM))
                                            .toDate(options.get(TO))
                                            .pageSize(options.pageSize())
                                            .build()),
                    List.of(
                            Column.id("ID", "scheduled_event_id", 36),
                            Column.value("CHANNEL", "telnyx_conversation_channel", 10),
                            Column.value("STATUS", "status", 11),
                            Column.value("SCHEDULED", "scheduled_at_fixed_datetime", 27),
                            Column.text("TO", "telnyx_end_user_target", 20))),
            new ListKind(
                            "tests",
                            "Lists the tests of assistants.",
                            List.of(TESTS_OF_SUITE, TEST_CHANNEL, DESTINATION, ListOption.PAGE_SIZE),
                            (ai, options) -> ai.assistants()
                                    .tests()
                                    .list(TestListParams.builder()
                                            .testSuite(options.get(TESTS_OF_SUITE))
                                            .telnyxConversationChannel(options.get(TEST_CHANNEL))
                                            .destination(options.get(DESTINATION))
                                            .pageSize(options.pageSize())
                                            .build()),
                            List.of(
                                    Column.id("ID", "test_id", 36),
                                    Column.text("NAME", "name", 40),
                                    Column.text("SUITE", "test_suite", 20),
                                    Column.value("CHANNEL", "telnyx_conversation_channel", 10)))
                    .simulatedWith((simulator, count, options) -> simulator.addTests(
                            Objects.requireNonNullElse(options.get(TESTS_OF_SUITE), "simulated"), count)),
            new ListKind(
                            "suites",
                            "Lists the names of the suites.",
                            List.of(),
                            (ai, options) ->
                                    ai.assistants().tests().testSuites().list(),
                            List.of(Column.itself("SUITE")))
                    .simulatedWith((simulator, count, options) -> ListSimulation.addSuites(simulator, count)),
            new ListKind(
                    "runs",
                    "Lists the runs of a test or of a suite.",
                    List.of(ListArgument.oneOf(TEST, SUITE), STATUS, SUITE_RUN, ListOption.PAGE_SIZE),
                    ListKinds::runs,
                    List.of(
                            Column.id("ID", "run_id", 36),
                            Column.value("STATUS", "status", 8),
                            Column.id("TEST", "test_id", 36),
                            Column.value("CREATED", "created_at", 27))),
            new ListKind(
                            "tools",
                            "Lists the tools that assistants share.",
                            List.of(TOOL_TYPE, TOOL_NAME, ListOption.PAGE_SIZE),
                            (ai, options) -> ai.tools()
                                    .list(SharedToolListParams.builder()
                                            .type(options.get(TOOL_TYPE))
                                            .name(options.get(TOOL_NAME))
                                            .pageSize(options.pageSize())
                                            .build()),
                            List.of(
                                    Column.id("ID", "id", 36),
                                    Column.value("TYPE", "type", 16),
                                    Column.text("NAME", "display_name", 40),
                                    Column.value("CREATED", "created_at", 27)))
                    .simulatedWith((simulator, count, options) -> ListSimulation.addTools(simulator, count)),
            new ListKind(
                            "mcp-servers",
                            "Lists the MCP servers.",
                            List.of(SERVER_TYPE, SERVER_URL, ListOption.PAGE_SIZE),
                            (ai, options) -> ai.mcpServers()
                                    .list(McpServerListParams.builder()
                                            .type(options.get(SERVER_TYPE))
                                            .url(options.get(SERVER_URL))
                                            .pageSize(options.pageSize())
                                            .build()),
                            List.of(
                                    Column.id("ID", "id", 36),
                                    Column.text("NAME", "name", 30),
                                    Column.value("TYPE", "type", 6),
                                    Column.text("URL", "url", 40)))
                    .simulatedWith((simulator, count, options) -> ListSimulation.addMcpServers(simulator, count)),
            new ListKind(
                    "integrations",
                    "Lists the integrations that the account can be connected to.",
                    List.of(),
                    (ai, options) -> ai.integrations().list(),
                    List.of(
                            Column.id("ID", "id", 36),
                            Column.text("NAME", "display_name", 24),
                            Column.value("STATUS", "status", 12),
                            Column.text("DESCRIPTION", "description", 40))),
            new ListKind(
                    "connections",
                    "Lists the integrations that the account is connected to.",
                    List.of(),
                    (ai, options) -> ai.integrations().connections().list(),
                    List.of(Column.id("ID", "id", 36), Column.id("INTEGRATION", "integration_id", 36))));

    private ListKinds() {}

    private static Flux<?> runs(Ai ai, OptionValues options) {
        AssistantTests tests = ai.assistants().tests();
        String suite = options.get(SUITE);
        if (suite != null) {
            TestSuiteRunListParams params = TestSuiteRunListParams.builder()
                    .status(options.get(STATUS))
                    .testSuiteRunId(options.get(SUITE_RUN))
                    .pageSize(options.pageSize())
                    .build();
            return tests.testSuites().runs().list(suite, params);
        }
        if (options.get(SUITE_RUN) != null) {
            throw new IllegalArgumentException("--suite-run needs --suite");
        }
        TestRunListParams params = TestRunListParams.builder()
                .status(options.get(STATUS))
                .pageSize(options.pageSize())
                .build();
        return tests.runs().list(options.require(TEST), params);
    }
}
