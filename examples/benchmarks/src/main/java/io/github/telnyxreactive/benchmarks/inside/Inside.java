package io.github.telnyxreactive.benchmarks.inside;

import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures time and allocation of the parts of the client with JMH. */
@Command(
        name = "inside",
        description = "Measures time and allocation of the parts of the client with JMH.",
        mixinStandardHelpOptions = true)
public final class Inside implements Runnable {

    @Parameters(description = "The benchmarks to run, as a regular expression. Default: all.", arity = "0..1")
    private String pattern = Inside.class.getPackageName();

    @Option(names = "--json", description = "The file to write the results to. Default: ${DEFAULT-VALUE}.")
    private Path json = Path.of("inside.json");

    /** Creates the command. */
    public Inside() {}

    @Override
    public void run() {
        try {
            new Runner(new OptionsBuilder()
                            .include(pattern)
                            .addProfiler(GCProfiler.class)
                            .resultFormat(ResultFormatType.JSON)
                            .result(json.toString())
                            .build())
                    .run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }
}
