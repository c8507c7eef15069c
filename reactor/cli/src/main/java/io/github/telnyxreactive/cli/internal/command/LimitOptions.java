package io.github.telnyxreactive.cli.internal.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say how much a command may ask of the service, and for how long. */
public final class LimitOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--rate", paramLabel = "NUMBER", description = "How many requests a second may be sent.")
    private @Nullable Double rate;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "2h",
            description = "How long everything may take, such as 90s, 30m, 2h or PT1H30M (default: ${DEFAULT-VALUE}).")
    private Duration deadline = Duration.ofHours(2);

    /** The limits, if there can be such limits. */
    public Service.Limits limits() {
        if (rate != null && !(rate > 0)) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--rate': " + rate + " is not more than 0");
        }
        return new Service.Limits(deadline, rate);
    }
}
