package io.github.telnyxreactive.simulator.service;

import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.store.Document;
import io.github.telnyxreactive.simulator.store.StoredAssistant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers the requests for texts that are derived from an assistant: its TeXML and better instructions. */
final class InstructionHandlers implements HandlerGroup {

    private final Assistants assistants;
    private final boolean texmlAsXml;

    InstructionHandlers(Assistants assistants, boolean texmlAsXml) {
        this.assistants = assistants;
        this.texmlAsXml = texmlAsXml;
    }

    @Override
    public Map<Endpoint<?>, Function<ApiRequest, ApiResponse>> handlers() {
        return Map.of(
                AssistantOperations.GET_TEXML, this::texml, AssistantOperations.ENHANCE_INSTRUCTIONS, this::enhance);
    }

    private ApiResponse texml(ApiRequest request) {
        StoredAssistant assistant = assistants.find(request);
        String texml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Connect><AIAssistant id=\""
                + assistant.id() + "\"/></Connect></Response>";
        return texmlAsXml
                ? ApiResponse.of(200, "application/xml; charset=utf-8", texml.getBytes(StandardCharsets.UTF_8))
                : ApiResponse.json(200, texml);
    }

    private ApiResponse enhance(ApiRequest request) {
        Document settings = assistants.find(request).main().settings();
        Document body = AssistantSchema.ENHANCEMENT.checkOptional(request.body())
                ? Document.read(request.body())
                : Document.EMPTY;
        String given = body.text("instructions");
        String prompt = body.text("enhancement_prompt");
        String enhanced = (given == null ? settings.text("instructions") : given)
                + "\n\nConfirm each step before the next one."
                + (prompt == null ? "" : "\n\nKeep in mind: " + prompt);
        List<byte[]> chunks = ChatHandlers.words(enhanced).stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toList();
        return ApiResponse.stream(200, "text/plain; charset=utf-8", chunks);
    }
}
