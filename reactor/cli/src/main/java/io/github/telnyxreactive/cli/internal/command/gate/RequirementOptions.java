package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.Percentage;
import io.github.telnyxreactive.cli.internal.command.PercentageConverter;
import io.github.telnyxreactive.cli.internal.command.RepeatOptions;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateRequestBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what a version has to reach. */
final class RequirementOptions {

    private static final String MAIN = "main";
    private static final String NONE = "none";

    @Mixin
    private RepeatOptions repeat = new RepeatOptions();

    @Option(
            names = "--baseline",
            paramLabel = "main|none|VERSION",
            description = "What to compare with: the main version, no version, or the version with this id"
                    + " (default: main).")
    private @Nullable String baseline;

    @Option(
            names = "--max-drop",
            paramLabel = "PERCENT",
            converter = PercentageConverter.class,
            defaultValue = "0",
            description = "By how many percentage points its pass rate may be below that of the baseline, such as 5 or"
                    + " 0.5%% (default: ${DEFAULT-VALUE}).")
    private Percentage maxDrop = Percentage.ZERO;

    @Option(
            names = "--min-runs",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decide nothing on fewer runs against a version than this (default: ${DEFAULT-VALUE}).")
    private int minRuns;

    @Option(
            names = "--confidence",
            paramLabel = "PERCENT",
            converter = PercentageConverter.class,
            defaultValue = "95",
            description = "Confidence at which a difference from the baseline is called significant (default:"
                    + " ${DEFAULT-VALUE}).")
    private Percentage confidence = Percentage.of(95);

    @Option(
            names = "--allow-insignificant-drop",
            description = "Let the version pass although its pass rate has dropped by more than --max-drop, if the drop"
                    + " is not significant. --min-pass-rate is checked all the same.")
    private boolean allowInsignificantDrop;

    /**
     * Applies the options, but not the baseline.
     *
     * @param request the request to add them to
     * @throws IllegalArgumentException if they contradict each other
     */
    void applyTo(GateRequestBuilder request) {
        repeat.check();
        PassRequirement required = repeat.requirement();
        request.minPassRate(required.minPassRate())
                .maxPassRateDrop(maxDrop)
                .repeats(repeat.times())
                .passRule(required.passRule())
                .minRuns(minRuns)
                .confidence(confidence)
                .allowInsignificantDrop(allowInsignificantDrop);
    }

    /**
     * Returns the version to compare with.
     *
     * @return the baseline
     */
    Baseline baseline() {
        if (NONE.equals(baseline)) {
            return Baseline.none();
        }
        return baseline == null || baseline.equals(MAIN) ? Baseline.main() : Baseline.version(baseline);
    }
}
