package io.github.telnyxreactive.model;

import static io.github.telnyxreactive.model.ModelRow.row;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.assistanttest.UpdateAssistantTestRequest;
import io.github.telnyxreactive.model.integration.Integration;
import io.github.telnyxreactive.model.integration.IntegrationConnection;
import io.github.telnyxreactive.model.mcpserver.CreateMcpServerRequest;
import io.github.telnyxreactive.model.mcpserver.McpServer;
import io.github.telnyxreactive.model.mcpserver.UpdateMcpServerRequest;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunDetailResult;
import io.github.telnyxreactive.model.testrun.TriggerTestRunRequest;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;

/**
 * All models that represent JSON, each with its required fields. Add one line for a new model, here or in the table of
 * its kind, and one resource with its fixture.
 */
final class ModelTable {

    private static final List<ModelRow> OTHERS = List.of(
            row(Page.class, new TypeReference<Page<TestRun>>() {}, "data"),
            row(PageMeta.class),
            row(AssistantTest.class, "test_id", "name", "telnyx_conversation_channel", "rubric", "created_at"),
            row(CreateAssistantTestRequest.class, "name", "destination", "instructions", "rubric"),
            row(RubricItem.class, "name", "criteria"),
            row(UpdateAssistantTestRequest.class),
            row(TestRun.class, "run_id", "test_id", "status", "triggered_by", "created_at"),
            row(TestRunDetailResult.class, "name", "status"),
            row(TriggerTestRunRequest.class),
            row(TriggerTestSuiteRunsRequest.class),
            row(
                    Integration.class,
                    "id",
                    "name",
                    "display_name",
                    "description",
                    "logo_url",
                    "status",
                    "available_tools"),
            row(IntegrationConnection.class, "id", "integration_id", "allowed_tools"),
            row(CreateMcpServerRequest.class, "name", "type", "url"),
            row(McpServer.class, "id", "name", "type", "url", "created_at"),
            row(UpdateMcpServerRequest.class));

    private static final List<ModelRow> ROWS = Stream.of(
                    OTHERS, AssistantRows.ROWS, FlowRows.ROWS, SettingRows.ROWS, ToolRows.ROWS)
            .flatMap(List::stream)
            .toList();

    private static final Map<Class<?>, ModelRow> BY_MODEL =
            ROWS.stream().collect(Collectors.toMap(ModelRow::model, Function.identity()));

    private ModelTable() {}

    static List<ModelRow> rows() {
        return ROWS;
    }

    static ModelRow of(Class<?> model) {
        ModelRow row = BY_MODEL.get(model);
        if (row == null) {
            throw new AssertionError(model.getName() + " is not in the table of models");
        }
        return row;
    }
}
