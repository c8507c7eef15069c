package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistant.CreateAssistantRequest;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.sharedtool.CreateSharedToolRequest;
import io.github.telnyxreactive.model.sharedtool.SharedTool;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Things to define, and folders to define them in. */
final class Definitions {

    private static final String SCHEMA = """
            {"type": "object", "required": ["order"], "properties": {"order": {"type": "string", "description": "on"},
             "0123": {"type": "number", "default": 1e3, "enum": [1.10, 2, null]}}}""";

    /** Every setting of an assistant, with unknown fields, strings that look like something else, and empty values. */
    private static final String SETTINGS = """
            "description": "2026-01-31", "model": "gpt-4o", "greeting": "on",
            "dynamic_variables": {"b": "1e3", "a": 1.50, "flag": true, "none": null, "list": [], "o": {}, "no": "no"},
            "dynamic_variables_webhook_timeout_ms": 1500, "dynamic_variables_webhook_url": "https://example.com/v",
            "enabled_features": ["telephony", "messaging", "not_known"],
            "external_llm": {"base_url": "https://example.com", "model": "m", "authentication_method": "token",
              "forward_metadata": true, "llm_api_key_ref": "key", "x": [1, {"y": null}]},
            "fallback_config": {"model": "f", "llm_api_key_ref": "k", "external_llm": {"base_url": "b", "model": "m"}},
            "insight_settings": {"insight_group_id": "group"},
            "integrations": [{"integration_id": "i1", "allowed_list": ["a", "b"]}, {"integration_id": "i2"}],
            "interruption_settings": {"enable": true, "disable_greeting_interruption": false, "start_speaking_plan":
              {"wait_seconds": 0.4, "transcription_endpointing_plan": {"on_number_seconds": 0.50, "on_punctuation_seconds": 1}}},
            "llm_api_key_ref": "ref", "mcp_servers": [{"id": "mcp", "allowed_tools": []}],
            "messaging_settings": {"conversation_inactivity_minutes": 5, "default_messaging_profile_id": "p"},
            "observability_settings": {"host": "h", "prompt_version": 3, "status": "enabled", "secret_key_ref": "s"},
            "post_conversation_settings": {"enabled": true}, "privacy_settings": {"data_retention": false},
            "tags": ["vip", "+13125550001", "No"],
            "telephony_settings": {"time_limit_secs": 600, "noise_suppression": "krisp", "noise_suppression_config":
              {"attenuation_limit": 80, "mode": "advanced"}, "recording_settings": {"channels": "dual", "format": "mp3"},
              "voicemail_detection": {"detection_mode": "premium", "detection_config": {"silence_threshold": 256},
              "on_voicemail_detected": {"action": "leave_message_and_stop_assistant", "voicemail_message":
              {"type": "message", "message": "Hello\\n"}}}, "disable_dtmf": true},
            "transcription": {"model": "deepgram/flux", "language": "en", "settings": {"eot_threshold": 0.70,
              "eot_timeout_ms": 5000, "numerals": true}},
            "voice_settings": {"voice": "Telnyx.KokoroTTS.af", "speed": 1.0, "language_boost": null, "background_audio":
              {"type": "predefined_media", "value": "silence", "volume": 0.5}},
            "widget_settings": {"theme": "dark", "logo_icon_url": null, "audio_visualizer_config": {"color": "verdant"}},
            "a_new_setting": {"z": 1, "a": {"deep": [[1, [2]], {}]}}, "another": [], "last": "\\u00fc \\ud83d\\ude00 "
            """;

    private static final String TOOLS = """
            [{"type": "webhook", "webhook": {"name": "w", "description": "d", "url": "https://example.com/{id}", "method": "POST",
               "async": false, "timeout_ms": 2000, "headers": [{"name": "X", "value": "0123"}], "body_parameters": %1$s,
               "path_parameters": %1$s, "query_parameters": {"type": "object"},
               "store_fields_as_variables": [{"name": "n", "value_path": "$.x"}], "messages": [{"new": 1}]}},
             {"type": "client_side_tool", "client_side_tool": {"name": "c", "description": "d", "parameters": %1$s}},
             {"type": "retrieval", "retrieval": {"bucket_ids": ["b"], "max_num_results": 3}},
             {"type": "handoff", "handoff": {"voice_mode": "unified", "ai_assistants": [{"id": "%2$s", "name": "Any"}]}},
             {"type": "hangup", "hangup": {"description": "Say goodbye\\n  twice\\n"}},
             {"type": "transfer", "transfer": {"from": "+13125550001", "targets": [{"name": "n", "to": "+13125550002"}],
               "warm_message_delay_ms": null, "custom_headers": [{"name": "X-A", "value": "on"}]}},
             {"type": "transfer", "transfer": {"from": "+13125550001", "targets": "{{targets}}"}},
             {"type": "invite", "invite": {"from": "+13125550001", "targets": [{"to": "sip:a@example.com"}]}},
             {"type": "refer", "refer": {"targets": [{"name": "n", "sip_address": "sip:b@example.com", "sip_auth_password": "pw"}]}},
             {"type": "send_dtmf", "send_dtmf": {}}, {"type": "send_message", "send_message": {"message_template": null}},
             {"type": "skip_turn", "skip_turn": {"description": "~"}}, {"type": "pay", "pay": {"connector_name": "c", "currency": "usd"}},
             {"type": "update_dynamic_variables", "update_dynamic_variables": {"x": [1]}}, {"type": "of tomorrow", "y": {}}]
            """;

    private static final String FLOW = """
            {"start_node_id": "a", "nodes": [
              {"id": "a", "type": "prompt", "instructions": "Ask.\\n\\nThen wait.", "shared_tool_ids": ["%1$s"], "tools_mode": "replace",
               "position": {"x": 1.0, "y": -2}, "tools": [{"type": "hangup", "hangup": {}}]},
              {"id": "b", "type": "tool", "shared_tool_id": "%1$s"}, {"id": "c", "type": "speak", "message": "Hi"},
              {"id": "d", "instructions": "x", "shared_tool_ids": []}, {"id": "e", "type": "dance"}],
             "edges": [{"id": "1", "start_node_id": "a", "condition": {"type": "llm", "prompt": "yes"},
                "target": {"type": "node", "node_id": "b"}},
               {"id": "2", "start_node_id": "b", "condition": {"type": "default"},
                "target": {"type": "assistant", "assistant_id": "%2$s", "voice_mode": "distinct"}},
               {"id": "3", "start_node_id": "c", "condition": {"type": "expression", "expression": {"type": "comparison", "op": "eq",
                "left": {"type": "variable", "name": "x"}, "right": {"type": "bool_op", "op": "and", "operands": [
                {"type": "number_literal", "value": 1.50}, {"type": "string_literal", "value": "1.50"},
                {"type": "bool_literal", "value": true}]}}}, "target": {"type": "moon"}}]}
            """;

    private Definitions() {}

    static SharedTool tool(Simulator simulator, String json) {
        return simulator.addSharedTool(TelnyxJson.read(json, CreateSharedToolRequest.class));
    }

    static Assistant assistant(Simulator simulator, String json) {
        return simulator.addAssistant(TelnyxJson.read(json, CreateAssistantRequest.class));
    }

    static Assistant assistant(Simulator simulator, String name, String instructions) {
        return simulator.addAssistant(CreateAssistantRequest.builder()
                .name(name)
                .instructions(instructions)
                .build());
    }

    static AssistantTest test(Simulator simulator, String name, String suite, String destination) {
        return simulator.addTest(TelnyxJson.read(
                TelnyxJson.write(Map.of(
                        "name", name,
                        "test_suite", suite,
                        "destination", destination,
                        "instructions", "Ask for a refund.\n\nInsist.",
                        "rubric", List.of(Map.of("name", "kind", "criteria", "Is it kind?")))),
                CreateAssistantTestRequest.class));
    }

    /** Fills an account with everything that it can hold. */
    static void fill(Simulator simulator) {
        Assistant plain = assistant(simulator, "Plain", "Be kind");
        SharedTool lookup = tool(
                simulator,
                "{\"display_name\": \"Look up\", \"type\": \"webhook\", \"timeout_ms\": 700, \"webhook\": {\"name\": \"l\","
                        + " \"url\": \"https://example.com\", \"body_parameters\": " + SCHEMA
                        + "}, \"unknown\": {\"b\": 1, \"a\": 2}}");
        tool(
                simulator,
                "{\"display_name\": \"Hand over\", \"type\": \"handoff\", \"handoff\": {\"ai_assistants\": [{\"id\": \""
                        + plain.id() + "\", \"name\": \"Plain\"}]}}");
        for (String type :
                List.of("client_side_tool", "function", "invite", "pay", "retrieval", "of tomorrow", "transfer")) {
            tool(
                    simulator,
                    "{\"display_name\": \"Tool " + type + "\", \"type\": \"" + type + "\", \"" + type
                            + "\": {\"x\": [1, \"1\"], \"currency\": \"usd\"}}");
        }
        tool(simulator, "{\"display_name\": \"Empty\", \"type\": \"webhook\"}");
        Assistant full = assistant(
                simulator,
                "{\"name\": \"Full\", \"instructions\": \"You are kind.\\n\\n# Rules\\n- \\\"on\\\": yes\\n\\t- tab\\nend\\n\", "
                        + SETTINGS + ", \"tools\": " + TOOLS.formatted(SCHEMA, plain.id()) + ", \"conversation_flow\": "
                        + FLOW.formatted(lookup.id(), plain.id()) + ", \"tool_ids\": [\"" + lookup.id() + "\"]}");
        assistant(
                simulator,
                "{\"name\": \"Bare\", \"instructions\": \"trailing \\n \", \"tags\": [], \"dynamic_variables\": {}}");
        test(simulator, "Refund", "checkout", full.id());
        test(simulator, "Refund", "support", "+13125550001");
        test(simulator, "Refund", "", plain.id());
        simulator.addTest(TelnyxJson.read(
                "{\"name\": \"Alone\", \"destination\": \"sip:x@example.com\", \"instructions\": \"0123\", \"description\": \"\","
                        + " \"max_duration_seconds\": 60, \"telnyx_conversation_channel\": \"phone_call\", \"new\": [1.0],"
                        + " \"rubric\": [{\"name\": \"b\", \"criteria\": \"1\"}, {\"name\": \"a\", \"criteria\": \"2\"}]}",
                CreateAssistantTestRequest.class));
    }

    /** Returns the files of a folder with their contents. */
    static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static void write(Path folder, String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that is in a file. */
    static void edit(Path folder, String file, String old, String now) {
        String text = files(folder).getOrDefault(file, "");
        if (!text.contains(old)) {
            throw new AssertionError(file + " does not contain " + old + ": " + text);
        }
        write(folder, file, text.replace(old, now));
    }

    /** Returns the requests that write something. */
    static List<RecordedRequest> writes(Simulator simulator) {
        return simulator.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }
}
