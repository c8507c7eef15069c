package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.bulk.PassRequirement;
import io.github.telnyxreactive.bulk.PassRule;
import io.github.telnyxreactive.bulk.Percentage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how often each test is run, and what is enough to pass. */
public final class RepeatOptions {

    /** More is a mistake, and would not fit into memory as a plan. */
    private static final int MOST = 1000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "How many times to run each test (default: 1, or as many as --pass-rule says).")
    private @Nullable Integer repeat;

    @Option(
            names = "--pass-rule",
            paramLabel = "M/N",
            converter = PassRuleConverter.class,
            description = "How many of the runs of a test have to pass so that the test counts as passed, such as 2/3"
                    + " (default: all).")
    private @Nullable PassRule passRule;

    @Option(
            names = "--min-pass-rate",
            paramLabel = "PERCENT",
            converter = PercentageConverter.class,
            description = "Percentage of the tests that have to pass, such as 95 or 99.5%% (default: 100).")
    private @Nullable Percentage minPassRate;

    /** Creates the options without values. */
    public RepeatOptions() {}

    /**
     * Checks the values.
     *
     * @throws ParameterException if they are out of range, or contradict each other
     */
    public void check() {
        if (repeat != null && (repeat < 1 || repeat > MOST)) {
            throw UsageErrors.invalidValue(spec, "--repeat", repeat + " is not from 1 to " + MOST);
        }
        if (passRule != null && passRule.runs() > MOST) {
            throw UsageErrors.invalidValue(spec, "--pass-rule", "more than " + MOST + " runs of each test");
        }
        if (passRule != null && repeat != null && passRule.runs() != repeat) {
            throw UsageErrors.of(
                    spec,
                    "--pass-rule " + passRule.text() + " is about " + passRule.runs()
                            + " runs of each test: leave out --repeat " + repeat);
        }
    }

    /**
     * Returns how often each test is run.
     *
     * @return how many times, at least 1
     */
    public int times() {
        return Objects.requireNonNullElse(repeat, passRule == null ? 1 : passRule.runs());
    }

    /**
     * Returns what is enough to pass.
     *
     * @return the requirement, by default that every run passes
     */
    public PassRequirement requirement() {
        return new PassRequirement(Objects.requireNonNullElse(minPassRate, Percentage.ALL), passRule);
    }

    /**
     * Returns which of the options were given.
     *
     * @return their names
     */
    public List<String> given() {
        List<String> given = new ArrayList<>();
        if (repeat != null) {
            given.add("--repeat");
        }
        if (passRule != null) {
            given.add("--pass-rule");
        }
        if (minPassRate != null) {
            given.add("--min-pass-rate");
        }
        return given;
    }
}
