package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.operation.AssistantOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.StoredAssistant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The handlers of texts that are derived from an assistant: its TeXML and enhanced instructions. */
final class InstructionHandlers implements HandlerGroup {

    private final SimulatedAssistants assistants;
    private final boolean texmlAsXml;

    InstructionHandlers(SimulatedAssistants assistants, boolean texmlAsXml) {
        this.assistants = assistants;
        this.texmlAsXml = texmlAsXml;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(
                AssistantOperations.GET_TEXML, this::texml, AssistantOperations.ENHANCE_INSTRUCTIONS, this::enhance);
    }

    private ServiceResponse texml(ServiceRequest request) {
        StoredAssistant assistant = assistants.find(request);
        String texml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Connect><AIAssistant id=\""
                + assistant.id() + "\"/></Connect></Response>";
        return texmlAsXml
                ? ServiceResponse.of(200, "application/xml; charset=utf-8", texml.getBytes(StandardCharsets.UTF_8))
                : ServiceResponse.json(200, texml);
    }

    private ServiceResponse enhance(ServiceRequest request) {
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
        return ServiceResponse.stream(200, "text/plain; charset=utf-8", chunks);
    }
}
