package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.RunPlan;
import java.time.InstantSource;
import java.util.Set;

/**
 * The settings of the simulated service.
 *
 * @param apiKey the API key to accept
 * @param seed the seed of ids, durations and outcomes
 * @param plan the durations and outcomes of runs
 * @param versions the ids of the assistant versions that exist in addition to those of assistants
 * @param texmlAsXml whether TeXML is sent as XML instead of a JSON string
 * @param unpagedAssistants whether assistants are listed in a single response
 * @param modes how unkind the service is
 * @param clock the clock
 */
public record ServiceSettings(
        String apiKey,
        long seed,
        RunPlan plan,
        Set<String> versions,
        boolean texmlAsXml,
        boolean unpagedAssistants,
        Modes modes,
        InstantSource clock) {

    /** Creates the settings; the set is copied. */
    public ServiceSettings {
        versions = Set.copyOf(versions);
    }

    @Override
    public String toString() {
        return "ServiceSettings[seed=" + seed + ", plan=" + plan + ", versions=" + versions + "]";
    }
}
