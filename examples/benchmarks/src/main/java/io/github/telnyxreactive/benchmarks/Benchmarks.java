package io.github.telnyxreactive.benchmarks;

import io.github.telnyxreactive.benchmarks.endtoend.EndToEnd;
import io.github.telnyxreactive.benchmarks.inside.Inside;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Measures the client: whole calls in comparison with other clients, and the parts of the client. */
@Command(
        name = "telnyx-benchmarks",
        description = "Measures the client: whole calls in comparison with other clients, and the parts of the client.",
        mixinStandardHelpOptions = true,
        subcommands = {EndToEnd.class, Inside.class, FirstElement.class, EventDelay.class})
public final class Benchmarks implements Runnable {

    /** Creates the command. */
    public Benchmarks() {}

    /**
     * Runs the given command, or all measurements if none is given.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public void run() {
        new EndToEnd().run();
        new FirstElement().run();
        new Inside().run();
    }
}
