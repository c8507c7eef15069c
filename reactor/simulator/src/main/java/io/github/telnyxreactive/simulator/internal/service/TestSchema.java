package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;

/** The schema of assistant tests. */
final class TestSchema {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private static final Schema RUBRIC_ITEM = Schema.closed(
            FieldRule.required("name", Checks.text(0, UNLIMITED)),
            FieldRule.required("criteria", Checks.text(0, UNLIMITED)));

    static final Schema SCHEMA = Schema.of(
            FieldRule.required("name", Checks.text(1, 255)),
            FieldRule.required("destination", Checks.text(1, UNLIMITED)),
            FieldRule.required("instructions", Checks.text(1, 5000)),
            FieldRule.required("rubric", Checks.listOf(1, RUBRIC_ITEM)),
            FieldRule.optional("description", Checks.text(0, 1000)),
            FieldRule.optional("max_duration_seconds", Checks.integer(1, 3600)),
            FieldRule.optional(
                    "telnyx_conversation_channel", Checks.oneOf("phone_call", "web_call", "sms_chat", "web_chat")),
            FieldRule.optional("test_suite", Checks.text(0, 100)));

    private TestSchema() {}
}
