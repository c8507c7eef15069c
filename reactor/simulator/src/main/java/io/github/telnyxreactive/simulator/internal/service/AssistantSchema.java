package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.service.Schema.Check;
import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import java.util.List;
import java.util.stream.Stream;

/** The schemas of assistants. */
final class AssistantSchema {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final Check OBJECT = Checks.mapOf(Checks.anything());

    private static final Schema WEBHOOK = Schema.of(
            whole("timeout_ms", 500, 10_000),
            whole("async_timeout_ms", 1, 15_000),
            FieldRule.optional(
                    "store_fields_as_variables",
                    Checks.listOf(
                            0,
                            Schema.of(
                                    FieldRule.required("name", Checks.text(1, UNLIMITED)),
                                    FieldRule.required("value_path", Checks.text(1, UNLIMITED))))));

    private static final Schema DETECTION = Schema.of(
            whole("after_greeting_silence_millis", 100, 5000),
            whole("between_words_silence_millis", 10, 5000),
            whole("greeting_duration_millis", 100, 10_000),
            whole("greeting_silence_duration_millis", 500, 50_000),
            whole("greeting_total_analysis_time_millis", 500, 300_000),
            whole("initial_silence_millis", 100, 500_000),
            whole("maximum_number_of_words", 1, 50),
            whole("maximum_word_length_millis", 50, 5000),
            whole("min_word_length_millis", 1, 1000),
            whole("silence_threshold", 1, 1000),
            whole("total_analysis_time_millis", 500, 60_000));

    private static final Schema TRANSFER =
            Schema.of(object("voicemail_detection", Schema.of(object("detection_config", DETECTION))));

    private static final Schema TOOL = Schema.of(
            FieldRule.required("type", Checks.anyText()), object("webhook", WEBHOOK), object("transfer", TRANSFER));

    private static final Schema TELEPHONY = Schema.of(
            whole("time_limit_secs", 30, 14_400),
            whole("user_idle_reply_secs", 0, UNLIMITED),
            whole("user_idle_timeout_secs", 10, 14_400),
            object("noise_suppression_config", Schema.of(whole("attenuation_limit", 0, 100))));

    private static final Schema TRANSCRIPTION = Schema.of(object(
            "settings",
            Schema.of(
                    decimal("eager_eot_threshold", 0.3, 0.9),
                    decimal("end_of_turn_confidence_threshold", 0, 1),
                    decimal("eot_threshold", 0.5, 0.9),
                    whole("eot_timeout_ms", 500, 10_000),
                    whole("max_endpoint_delay_ms", 500, 3000),
                    whole("max_turn_silence", 100, 5000),
                    whole("min_turn_silence", 100, 5000))));

    private static final Schema INTERRUPTION =
            Schema.of(object("start_speaking_plan", Schema.of(decimal("wait_seconds", 0, UNLIMITED))));

    private static final List<FieldRule> FIELDS = List.of(
            FieldRule.required("name", Checks.anyText()),
            FieldRule.required("instructions", Checks.anyText()),
            text("description"),
            text("dynamic_variables_webhook_url"),
            text("greeting"),
            text("llm_api_key_ref"),
            text("model"),
            whole("dynamic_variables_webhook_timeout_ms", 1, 10_000),
            FieldRule.optional("dynamic_variables", OBJECT),
            FieldRule.optional("conversation_flow", OBJECT),
            FieldRule.optional("external_llm", OBJECT),
            FieldRule.optional("fallback_config", OBJECT),
            FieldRule.optional("insight_settings", OBJECT),
            FieldRule.optional("post_conversation_settings", OBJECT),
            FieldRule.optional("privacy_settings", OBJECT),
            FieldRule.optional("widget_settings", OBJECT),
            object("interruption_settings", INTERRUPTION),
            object("voice_settings", Schema.of(object("background_audio", Schema.of(decimal("volume", 0.1, 1))))),
            object("messaging_settings", Schema.of(whole("conversation_inactivity_minutes", 1, 10_000_000))),
            object("observability_settings", Schema.of(whole("prompt_version", 1, UNLIMITED))),
            object("telephony_settings", TELEPHONY),
            object("transcription", TRANSCRIPTION),
            FieldRule.optional(
                    "integrations",
                    Checks.listOf(0, Schema.of(FieldRule.required("integration_id", Checks.anyText())))),
            FieldRule.optional("mcp_servers", Checks.listOf(0, Schema.of(FieldRule.required("id", Checks.anyText())))),
            FieldRule.optional("tags", Checks.list(Checks.anyText())),
            FieldRule.optional("tool_ids", Checks.list(Checks.anyText())),
            FieldRule.optional("tools", Checks.listOf(0, TOOL)));

    private static final FieldRule DISTINCT_FEATURES =
            FieldRule.optional("enabled_features", Checks.distinct(Checks.anyText()));

    private static final FieldRule VERSION_NAME = FieldRule.optional("version_name", Checks.text(0, 50));

    static final Schema CREATION =
            extended(FieldRule.optional("enabled_features", Checks.list(Checks.anyText())), VERSION_NAME);

    static final Schema CHANGE = extended(DISTINCT_FEATURES, VERSION_NAME);

    static final Schema CHANGE_WITH_PROMOTION =
            extended(DISTINCT_FEATURES, VERSION_NAME, FieldRule.optional("promote_to_main", Checks.bool()));

    static final Schema IMPORT = Schema.of(
            FieldRule.required("provider", Checks.oneOf("elevenlabs", "vapi", "retell")),
            FieldRule.required("api_key_ref", Checks.anyText()),
            FieldRule.optional("import_ids", Checks.list(Checks.anyText())));

    static final Schema ENHANCEMENT = Schema.of(text("instructions"), text("enhancement_prompt"));

    private AssistantSchema() {}

    private static Schema extended(FieldRule... more) {
        return Schema.of(Stream.concat(FIELDS.stream(), Stream.of(more)).toArray(FieldRule[]::new));
    }

    private static FieldRule text(String name) {
        return FieldRule.optional(name, Checks.anyText());
    }

    private static FieldRule whole(String name, int min, int max) {
        return FieldRule.optional(name, Checks.integer(min, max));
    }

    private static FieldRule decimal(String name, double min, double max) {
        return FieldRule.optional(name, Checks.number(min, max));
    }

    private static FieldRule object(String name, Schema fields) {
        return FieldRule.optional(name, Checks.object(fields));
    }
}
