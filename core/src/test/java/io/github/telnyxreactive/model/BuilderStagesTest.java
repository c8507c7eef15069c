package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.flow.BooleanOperationExpression;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuilderStagesTest {

    private static final String COMPLETE = "COMPLETE";

    private Map<String, List<String>> errors = Map.of();

    static List<ModelRow> rows() {
        return ModelTableTest.rowsWithBuilder().toList();
    }

    static Stream<Arguments> requiredComponents() {
        return rows().stream()
                .flatMap(row -> required(row).stream().map(component -> Arguments.of(row, component.getName())));
    }

    @BeforeAll
    void compileEveryChain() {
        Map<String, String> chains = new LinkedHashMap<>();
        for (ModelRow row : rows()) {
            chains.put(row + "_" + COMPLETE, chain(row, COMPLETE));
            required(row)
                    .forEach(component -> chains.put(row + "_" + component.getName(), chain(row, component.getName())));
        }
        errors = new HashMap<>(InMemoryCompiler.errors(chains));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void chainOfAllRequiredComponentsCompiles(ModelRow row) {
        assertThat(errors.get(row + "_" + COMPLETE)).isNull();
    }

    @ParameterizedTest
    @MethodSource("requiredComponents")
    void omittingARequiredComponentDoesNotCompile(ModelRow row, String component) {
        assertThat(errors.get(row + "_" + component))
                .as("compiling %s", chain(row, component))
                .singleElement()
                .asString()
                .startsWith("compiler.err.cant.resolve");
    }

    @Test
    void optionalComponentsFollowInAnyOrder() {
        RubricItem tone = RubricItem.builder().name("Tone").criteria("Polite").build();
        CreateAssistantTestRequest request = CreateAssistantTestRequest.builder()
                .name("Refund")
                .destination("+13125550001")
                .instructions("Ask for a refund")
                .rubric(List.of(tone))
                .testSuite("checkout")
                .telnyxConversationChannel(TelnyxConversationChannel.PHONE_CALL)
                .description("Kettle")
                .maxDurationSeconds(60)
                .build();

        assertThat(request)
                .isEqualTo(new CreateAssistantTestRequest(
                        "Refund",
                        "+13125550001",
                        "Ask for a refund",
                        List.of(tone),
                        "Kettle",
                        60,
                        TelnyxConversationChannel.PHONE_CALL,
                        "checkout",
                        Map.of()));
    }

    @Test
    void acceptsListsAndMapsOfSubtypes() {
        String tools = "(java.util.List<io.github.telnyxreactive.model.tool.WebhookTool>) null";
        String texts = "(java.util.Map<String, tools.jackson.databind.node.StringNode>) null";

        assertThat(
                        InMemoryCompiler.errors(
                                Map.of(
                                        "optional_list",
                                                builder(CreateAssistantRequest.class) + ".tools(" + tools + ")",
                                        "optional_map", builder(Assistant.class) + ".dynamicVariables(" + texts + ")",
                                        "field_of_list",
                                                builder(UpdateAssistantRequest.class) + ".tools(" + field(tools) + ")",
                                        "field_of_map",
                                                builder(UpdateAssistantRequest.class) + ".dynamicVariables("
                                                        + field(texts) + ")",
                                        "required_list",
                                                BooleanOperationExpression.class.getName()
                                                        + ".builder().op(null).operands("
                                                        + "(java.util.List<io.github.telnyxreactive.model.flow.ComparisonExpression>) null)")))
                .isEmpty();
    }

    @Test
    void rejectsListsOfOtherTypes() {
        String texts = "(java.util.List<String>) null";

        assertThat(InMemoryCompiler.errors(Map.of(
                        "list", builder(CreateAssistantRequest.class) + ".tools(" + texts + ")",
                        "field", builder(UpdateAssistantRequest.class) + ".tools(" + field(texts) + ")")))
                .containsOnlyKeys("list", "field");
    }

    private static String builder(Class<?> model) {
        return "((" + model.getName() + "Builder) null)";
    }

    private static String field(String value) {
        return "io.github.telnyxreactive.model.Field.set(" + value + ")";
    }

    private static List<RecordComponent> required(ModelRow row) {
        return ModelWalk.components(row.model()).stream()
                .filter(component -> row.required().contains(ModelWalk.wireName(component)))
                .toList();
    }

    private static String chain(ModelRow row, String omitted) {
        StringBuilder chain = new StringBuilder(row.model().getCanonicalName()).append(".builder()");
        for (RecordComponent component : required(row)) {
            if (!component.getName().equals(omitted)) {
                chain.append('.')
                        .append(component.getName())
                        .append("((")
                        .append(component.getGenericType().getTypeName().replace('$', '.'))
                        .append(") null)");
            }
        }
        return chain.append(".build()").toString();
    }
}
