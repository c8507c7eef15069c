package io.github.telnyxreactive.cli.internal.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that limit how fast a command sends requests and how long it may take. */
public final class LimitOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            description = "Send at most this many requests per second (default: no limit).")
    private @Nullable Double rate;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "2h",
            description = "How long the command may take, such as 90s, 30m, 2h or PT1H30M (default: ${DEFAULT-VALUE}).")
    private Duration deadline = Duration.ofHours(2);

    /**
     * Returns the limits.
     *
     * @return the limits
     * @throws ParameterException if the rate is not positive
     */
    public Service.Limits limits() {
        if (rate != null && !(rate > 0)) {
            throw UsageErrors.invalidValue(spec, "--rate", rate + " is not greater than 0");
        }
        return new Service.Limits(deadline, rate);
    }
}
