package io.github.telnyxreactive.internal.gate;

import io.github.telnyxreactive.model.canarydeploy.CanaryDeploy;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequest;
import io.github.telnyxreactive.model.canarydeploy.CanaryDeployRequestBuilder;
import io.github.telnyxreactive.model.canarydeploy.CanaryRule;
import io.github.telnyxreactive.model.canarydeploy.RolloutSlot;
import io.github.telnyxreactive.model.canarydeploy.Serve;
import io.github.telnyxreactive.model.canarydeploy.VersionPercentage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The change of a canary deploy that gives a version a share of the conversations. It is only computed here;
 * {@link GateRelease} sends it.
 *
 * @param kind what has to be done
 * @param existing the existing canary deploy, {@code null} if there is none
 * @param request the request to send, {@code null} for none
 * @param description the share that the version gets, or why it gets none, in words
 */
record CanaryChange(
        Kind kind,
        @Nullable CanaryDeploy existing,
        @Nullable CanaryDeployRequest request,
        String description) {

    private static final String OF_ALL = " of the conversations";

    /** Fields that are no part of a request, of which a value that is {@code null} or odd is among the unknown ones. */
    private static final Set<String> READ_FIELDS =
            Set.of("assistant_id", "created_at", "updated_at", "rules", "versions");

    /** What has to be done. */
    enum Kind {
        START,
        WIDEN,
        NOTHING,
        IMPOSSIBLE
    }

    /**
     * Computes the change. The shares of other versions, all rules, and the form of the canary deploy stay as they are.
     * The share of the version only grows.
     *
     * @param existing the existing canary deploy, {@code null} if there is none
     * @param versionId the version that gets the share
     * @param percentage the share in percent, of all conversations to which no rule with a condition applies
     */
    static CanaryChange of(@Nullable CanaryDeploy existing, String versionId, double percentage) {
        if (existing == null) {
            CanaryDeployRequest request = CanaryDeployRequest.builder()
                    .rules(List.of(forEverybody(versionId, percentage)))
                    .build();
            return new CanaryChange(Kind.START, null, request, Rates.percent(percentage) + OF_ALL);
        }
        if (!isUnderstood(existing)) {
            return new CanaryChange(
                    Kind.IMPOSSIBLE,
                    existing,
                    null,
                    "the service says something about it that this library cannot read, so it cannot be kept");
        }
        return usesVersions(existing)
                ? inVersions(existing, versionId, percentage)
                : inRules(existing, versionId, percentage);
    }

    /** What is not understood is not sent again. */
    private static boolean isUnderstood(CanaryDeploy existing) {
        return isRead(existing.additionalProperties(), "rules", "versions")
                && existing.versions().stream()
                        .allMatch(version -> version.versionId() != null && version.percentage() != null)
                && existing.rules().stream().allMatch(CanaryChange::isUnderstood);
    }

    private static boolean isUnderstood(CanaryRule rule) {
        Serve serve = rule.serve();
        return serve != null
                && isRead(rule.additionalProperties(), "match")
                && isRead(serve.additionalProperties(), "version_id", "rollout")
                && serve.rollout().stream().allMatch(slot -> slot.versionId() != null && slot.weight() != null);
    }

    private static boolean isRead(Map<String, JsonNode> kept, String... fields) {
        return Stream.of(fields).map(kept::get).allMatch(value -> value == null || value.isNull());
    }

    /** If both forms are present, the rules apply, unless they only repeat the versions. */
    private static boolean usesVersions(CanaryDeploy existing) {
        if (existing.versions().isEmpty() || existing.rules().isEmpty()) {
            return !existing.versions().isEmpty();
        }
        CanaryRule first = existing.rules().get(0);
        List<RolloutSlot> repeated = existing.versions().stream()
                .map(version -> slot(version.versionId(), version.percentage()))
                .toList();
        return existing.rules().size() == 1
                && first.match().isEmpty()
                && first.serve().rollout().equals(repeated);
    }

    private static CanaryChange inVersions(CanaryDeploy existing, String versionId, double percentage) {
        Shares<VersionPercentage> shares =
                new Shares<>(existing.versions(), VersionPercentage::versionId, VersionPercentage::percentage);
        CanaryChange obstacle = obstacle(existing, shares, versionId, percentage);
        if (obstacle != null) {
            return obstacle;
        }
        VersionPercentage fresh = VersionPercentage.builder()
                .versionId(versionId)
                .percentage(percentage)
                .build();
        List<VersionPercentage> versions = shares.with(
                versionId, slot -> slot.toBuilder().percentage(percentage).build(), fresh);
        return widened(existing, List.of(), versions, shares.of(versionId), percentage);
    }

    private static CanaryChange inRules(CanaryDeploy existing, String versionId, double percentage) {
        List<CanaryRule> rules = new ArrayList<>(existing.rules());
        CanaryRule general = rules.stream()
                .filter(rule -> rule.match().isEmpty())
                .findFirst()
                .orElse(null);
        if (general == null) {
            rules.add(forEverybody(versionId, percentage));
            return widened(existing, rules, List.of(), 0, percentage);
        }
        String served = general.serve().versionId();
        if (served != null) {
            return served.equals(versionId)
                    ? new CanaryChange(Kind.NOTHING, existing, null, "a rule already serves it to everybody")
                    : new CanaryChange(
                            Kind.IMPOSSIBLE, existing, null, "a rule serves version " + served + " to everybody");
        }
        Shares<RolloutSlot> shares =
                new Shares<>(general.serve().rollout(), RolloutSlot::versionId, RolloutSlot::weight);
        CanaryChange obstacle = obstacle(existing, shares, versionId, percentage);
        if (obstacle != null) {
            return obstacle;
        }
        List<RolloutSlot> slots = shares.with(
                versionId, slot -> slot.toBuilder().weight(percentage).build(), slot(versionId, percentage));
        Serve serve = general.serve().toBuilder().rollout(slots).build();
        rules.set(rules.indexOf(general), general.toBuilder().serve(serve).build());
        return widened(existing, rules, List.of(), shares.of(versionId), percentage);
    }

    private static @Nullable CanaryChange obstacle(
            CanaryDeploy existing, Shares<?> shares, String versionId, double percentage) {
        double own = shares.of(versionId);
        if (own >= percentage) {
            return new CanaryChange(Kind.NOTHING, existing, null, "it already has " + Rates.percent(own));
        }
        double others = shares.besides(versionId);
        if (others + percentage >= 100) {
            return new CanaryChange(
                    Kind.IMPOSSIBLE,
                    existing,
                    null,
                    "other versions have " + Rates.percent(others) + ", and all shares together must be below 100 %");
        }
        return null;
    }

    private static CanaryChange widened(
            CanaryDeploy existing,
            List<CanaryRule> rules,
            List<VersionPercentage> versions,
            double before,
            double percentage) {
        Map<String, JsonNode> unknown = new LinkedHashMap<>(existing.additionalProperties());
        unknown.keySet().removeAll(READ_FIELDS);
        CanaryDeployRequestBuilder builder = CanaryDeployRequest.builder().additionalProperties(unknown);
        CanaryDeployRequest request = (versions.isEmpty() ? builder.rules(rules) : builder.versions(versions)).build();
        String description = Rates.percent(percentage) + OF_ALL + " instead of " + Rates.percent(before);
        return new CanaryChange(Kind.WIDEN, existing, request, description);
    }

    private static CanaryRule forEverybody(String versionId, double percentage) {
        Serve serve =
                Serve.builder().rollout(List.of(slot(versionId, percentage))).build();
        return CanaryRule.builder().serve(serve).build();
    }

    private static RolloutSlot slot(String versionId, double weight) {
        return RolloutSlot.builder().versionId(versionId).weight(weight).build();
    }
}
