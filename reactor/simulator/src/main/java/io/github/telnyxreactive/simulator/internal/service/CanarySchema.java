package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.service.Schema.FieldRule;
import io.github.telnyxreactive.simulator.internal.store.Document;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The schema of canary deploys. */
final class CanarySchema {

    private static final double TOTAL = 100;

    private static final Schema CLAUSE = Schema.of(
            FieldRule.required("attribute", Checks.anyText()),
            FieldRule.required("operator", Checks.oneOf("in", "not_in", "starts_with")),
            FieldRule.required("values", Checks.list(1, Checks.anyText())));

    private static final Schema SLOT = Schema.of(
            FieldRule.required("version_id", Checks.anyText()), FieldRule.required("weight", Checks.number(0, TOTAL)));

    private static final Schema RULE = Schema.of(
            FieldRule.optional("match", Checks.listOf(0, CLAUSE)),
            FieldRule.required("serve", CanarySchema::checkServe));

    private static final Schema SERVE = Schema.of(
            FieldRule.optional("version_id", Checks.anyText()), FieldRule.optional("rollout", Checks.listOf(0, SLOT)));

    private static final Schema VERSION = Schema.of(
            FieldRule.required("version_id", Checks.anyText()),
            FieldRule.required("percentage", CanarySchema::checkPercentage));

    private static final Schema SCHEMA = Schema.of(
            FieldRule.optional("rules", Checks.listOf(1, RULE)),
            FieldRule.optional("versions", Checks.listOf(1, VERSION)));

    private CanarySchema() {}

    static void check(byte[] body) {
        SCHEMA.checkComplete(body);
        Document deploy = Document.read(body);
        List<Violation> violations = new ArrayList<>();
        if ((deploy.get("rules") == null) == (deploy.get("versions") == null)) {
            violations.add(new Violation(List.of("body"), "either rules or versions are expected", "value_error"));
        }
        if (sum(deploy.items("versions"), "percentage") > TOTAL) {
            violations.add(
                    new Violation(List.of("body", "versions"), "a sum of at most 100 is expected", "less_than_equal"));
        }
        RejectedException.rejectIfAny(violations);
    }

    private static void checkPercentage(JsonNode value, List<Object> location, List<Violation> violations) {
        if (!value.isNumber()) {
            violations.add(new Violation(location, "a number is expected", "float_type"));
        } else if (value.doubleValue() <= 0) {
            violations.add(new Violation(location, "more than 0 is expected", "greater_than"));
        } else if (value.doubleValue() >= TOTAL) {
            violations.add(new Violation(location, "less than 100 is expected", "less_than"));
        }
    }

    private static void checkServe(JsonNode value, List<Object> location, List<Violation> violations) {
        int before = violations.size();
        SERVE.check(value, location, FieldRule::required, violations);
        if (violations.size() > before) {
            return;
        }
        Document serve = Document.of(value);
        List<JsonNode> rollout = serve.items("rollout");
        if ((serve.get("version_id") == null) == rollout.isEmpty()) {
            violations.add(new Violation(location, "either a version_id or a rollout is expected", "value_error"));
        }
        if (sum(rollout, "weight") >= TOTAL) {
            violations.add(new Violation(
                    Schema.within(location, "rollout"), "a sum of less than 100 is expected", "less_than"));
        }
    }

    private static double sum(List<JsonNode> items, String field) {
        return items.stream().mapToDouble(item -> item.get(field).doubleValue()).sum();
    }
}
