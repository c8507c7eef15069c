package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.operation.ChatOperations;
import io.github.telnyxreactive.operation.Endpoint;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.Document;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom.Stream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The handlers of conversations with an assistant. */
final class ChatHandlers implements HandlerGroup {

    private static final Schema CHAT = Schema.of(
            FieldRule.required("content", Checks.anyText()),
            FieldRule.required("conversation_id", Checks.anyText()),
            FieldRule.optional("name", Checks.anyText()),
            FieldRule.optional("stream", Checks.bool()));

    private static final Schema SMS = Schema.of(
            FieldRule.required("from", Checks.phoneNumber()),
            FieldRule.required("to", Checks.phoneNumber()),
            FieldRule.optional("text", Checks.anyText()),
            FieldRule.optional("should_create_conversation", Checks.bool()),
            FieldRule.optional("conversation_metadata", Checks.mapOf(Checks.scalar())));

    private final SimulatedAssistants assistants;
    private final SeededRandom random;
    private final AtomicLong conversations = new AtomicLong();
    private final Map<Line, String> conversationsByLine = new ConcurrentHashMap<>();

    ChatHandlers(SimulatedAssistants assistants, SeededRandom random) {
        this.assistants = assistants;
        this.random = random;
    }

    @Override
    public Map<Endpoint<?>, Function<ServiceRequest, ServiceResponse>> handlers() {
        return Map.of(ChatOperations.CHAT, this::chat, ChatOperations.SEND_SMS, this::sendSms);
    }

    private ServiceResponse chat(ServiceRequest request) {
        String name = String.valueOf(assistants.find(request).main().settings().text("name"));
        CHAT.checkComplete(request.body());
        Document body = Document.read(request.body());
        String content = name + " understood: " + body.text("content");
        JsonNode stream = body.get("stream");
        return stream != null && stream.booleanValue()
                ? ServiceResponse.stream(200, "text/event-stream", events(content))
                : ServiceResponse.json(200, Map.of("content", content));
    }

    private static List<byte[]> events(String content) {
        List<byte[]> events = new ArrayList<>();
        for (String word : words(content)) {
            events.add(event("delta", word));
        }
        events.add(event("done", content));
        return events;
    }

    private static byte[] event(String type, String content) {
        String data = new String(TelnyxJson.write(Map.of("content", content)), StandardCharsets.UTF_8);
        return ("event: " + type + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Splits a text before each word, so that the concatenated pieces are the text again. */
    static List<String> words(String text) {
        return List.of(text.split("(?<=\\s)(?=\\S)"));
    }

    private ServiceResponse sendSms(ServiceRequest request) {
        String id = assistants.find(request).id();
        SMS.checkComplete(request.body());
        Document body = Document.read(request.body());
        Line line = new Line(id, String.valueOf(body.text("from")), String.valueOf(body.text("to")));
        JsonNode createConversation = body.get("should_create_conversation");
        String conversation = createConversation != null && createConversation.booleanValue()
                ? conversationsByLine.compute(line, (same, old) -> nextConversation())
                : conversationsByLine.computeIfAbsent(line, same -> nextConversation());
        return ServiceResponse.json(200, Map.of("conversation_id", conversation));
    }

    private String nextConversation() {
        return random.id(Stream.MESSAGING_ID, conversations.getAndIncrement());
    }

    /** The two ends of an exchange of text messages, which is one conversation until a new one is requested. */
    private record Line(String assistantId, String from, String to) {}
}
