package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.RunPlan;
import java.time.InstantSource;
import java.util.Set;

/**
 * How the service is set up.
 *
 * @param apiKey the one key that it accepts
 * @param seed what ids, durations and outcomes are derived from
 * @param plan how long runs take and how they end
 * @param versions the assistant versions that exist; empty if any does
 * @param texmlAsXml whether TeXML is answered as XML, and not as a JSON string
 * @param unpagedAssistants whether assistants are listed all in one answer
 * @param clock the time
 */
public record ServiceSettings(
        String apiKey,
        long seed,
        RunPlan plan,
        Set<String> versions,
        boolean texmlAsXml,
        boolean unpagedAssistants,
        InstantSource clock) {

    /** Copies what could change. */
    public ServiceSettings {
        versions = Set.copyOf(versions);
    }

    @Override
    public String toString() {
        return "ServiceSettings[seed=" + seed + ", plan=" + plan + ", versions=" + versions + "]";
    }
}
