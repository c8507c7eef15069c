package io.github.telnyxreactive.operation;

import static io.github.telnyxreactive.operation.Calls.call;

import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.model.Field;
import io.github.telnyxreactive.model.assistant.AssistantRetrieveParams;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistant.EnhanceInstructionsRequest;
import io.github.telnyxreactive.model.assistant.ImportAssistantsRequest;
import io.github.telnyxreactive.model.assistant.ImportProvider;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequest;
import io.github.telnyxreactive.model.assistant.UpdateAssistantRequestWithPromotion;
import io.github.telnyxreactive.model.assistant.VersionRetrieveParams;
import io.github.telnyxreactive.model.tag.AddTagRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Calls to the operations on assistants, their versions and tags. */
final class AssistantCalls {

    private AssistantCalls() {}

    static Stream<Arguments> calls() {
        return Stream.of(assistants(), versions(), tags()).flatMap(calls -> calls);
    }

    private static Stream<Arguments> assistants() {
        return Stream.of(
                call(AssistantOperations.list(), AssistantOperations.LIST, "/ai/assistants"),
                call(
                        AssistantOperations.create(CreateAssistantRequest.builder()
                                .name("Desk")
                                .instructions("Be brief")
                                .tags(List.of("vip"))
                                .dynamicVariables(Map.of("orders", Json.tree("2")))
                                .build()),
                        AssistantOperations.CREATE,
                        "/ai/assistants",
                        "{\"name\":\"Desk\",\"instructions\":\"Be brief\",\"dynamic_variables\":{\"orders\":2},"
                                + "\"tags\":[\"vip\"]}"),
                call(
                        AssistantOperations.imports(ImportAssistantsRequest.builder()
                                .apiKeyRef("my-key")
                                .provider(ImportProvider.VAPI)
                                .build()),
                        AssistantOperations.IMPORTS,
                        "/ai/assistants/import",
                        "{\"api_key_ref\":\"my-key\",\"provider\":\"vapi\"}"),
                call(AssistantOperations.delete("a 1"), AssistantOperations.DELETE, "/ai/assistants/a%201"),
                call(
                        AssistantOperations.retrieve(
                                "a1", AssistantRetrieveParams.builder().build()),
                        AssistantOperations.RETRIEVE,
                        "/ai/assistants/a1"),
                call(
                        AssistantOperations.retrieve(
                                "a1",
                                AssistantRetrieveParams.builder()
                                        .fetchDynamicVariablesFromWebhook(true)
                                        .from("+13125550001")
                                        .to("sip:desk@example.com")
                                        .callControlId("v3:call")
                                        .build()),
                        AssistantOperations.RETRIEVE,
                        "/ai/assistants/a1?fetch_dynamic_variables_from_webhook=true&from=%2B13125550001"
                                + "&to=sip%3Adesk%40example.com&call_control_id=v3%3Acall"),
                call(
                        AssistantOperations.update(
                                "a1",
                                UpdateAssistantRequestWithPromotion.builder()
                                        .greeting(Field.clear())
                                        .tags(Field.set(List.of()))
                                        .promoteToMain(false)
                                        .build()),
                        AssistantOperations.UPDATE,
                        "/ai/assistants/a1",
                        "{\"greeting\":null,\"tags\":[],\"promote_to_main\":false}"),
                call(AssistantOperations.clone("a1"), AssistantOperations.CLONE, "/ai/assistants/a1/clone"),
                call(AssistantOperations.getTexml("a1"), AssistantOperations.GET_TEXML, "/ai/assistants/a1/texml"),
                call(
                        AssistantOperations.enhanceInstructions(
                                "a1", EnhanceInstructionsRequest.builder().build()),
                        AssistantOperations.ENHANCE_INSTRUCTIONS,
                        "/ai/assistants/a1/instructions/enhance",
                        "{}"),
                call(
                        AssistantOperations.enhanceInstructions(
                                "a1",
                                EnhanceInstructionsRequest.builder()
                                        .instructions("Be brief")
                                        .enhancementPrompt("Shorter")
                                        .build()),
                        AssistantOperations.ENHANCE_INSTRUCTIONS,
                        "/ai/assistants/a1/instructions/enhance",
                        "{\"instructions\":\"Be brief\",\"enhancement_prompt\":\"Shorter\"}"));
    }

    private static Stream<Arguments> versions() {
        return Stream.of(
                call(VersionOperations.list("a1"), VersionOperations.LIST, "/ai/assistants/a1/versions"),
                call(
                        VersionOperations.delete("a1", "main/2"),
                        VersionOperations.DELETE,
                        "/ai/assistants/a1/versions/main%2F2"),
                call(
                        VersionOperations.retrieve(
                                "a1", "main", VersionRetrieveParams.builder().build()),
                        VersionOperations.RETRIEVE,
                        "/ai/assistants/a1/versions/main"),
                call(
                        VersionOperations.retrieve(
                                "a1",
                                "main",
                                VersionRetrieveParams.builder()
                                        .includeMcpServers(false)
                                        .build()),
                        VersionOperations.RETRIEVE,
                        "/ai/assistants/a1/versions/main?include_mcp_servers=false"),
                call(
                        VersionOperations.update(
                                "a1",
                                "v2",
                                UpdateAssistantRequest.builder()
                                        .versionName(Field.set("Shorter"))
                                        .build()),
                        VersionOperations.UPDATE,
                        "/ai/assistants/a1/versions/v2",
                        "{\"version_name\":\"Shorter\"}"),
                call(
                        VersionOperations.promote("a1", "v2"),
                        VersionOperations.PROMOTE,
                        "/ai/assistants/a1/versions/v2/promote"));
    }

    private static Stream<Arguments> tags() {
        return Stream.of(
                call(TagOperations.list(), TagOperations.LIST, "/ai/assistants/tags"),
                call(
                        TagOperations.add(
                                "a1", AddTagRequest.builder().tag("vip & more").build()),
                        TagOperations.ADD,
                        "/ai/assistants/a1/tags",
                        "{\"tag\":\"vip & more\"}"),
                call(
                        TagOperations.remove("a1", "vip & more/less"),
                        TagOperations.REMOVE,
                        "/ai/assistants/a1/tags/vip%20%26%20more%2Fless"));
    }
}
