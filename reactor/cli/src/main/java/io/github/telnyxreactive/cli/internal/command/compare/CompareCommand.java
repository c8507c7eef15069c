package io.github.telnyxreactive.cli.internal.command.compare;

import io.github.telnyxreactive.bulk.report.JsonComparison;
import io.github.telnyxreactive.bulk.report.ReportComparison;
import io.github.telnyxreactive.bulk.report.ReportFormatException;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.cli.internal.command.StandardOutput;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Compares two reports in JSON, test by test. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        description =
                "Compares two reports that were written with --json: what broke, what was mended, what flakes, what is"
                        + " new, gone or unknown. Tests are matched by id and suite, and what is left by id alone,"
                        + " whatever the version of the assistant.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing that passed in the earlier report broke or is unknown in the later one",
            "1:something that passed in the earlier report broke, is unknown or was not started in the later one",
            "2:the command is invalid, a report cannot be read, or the file cannot be written",
            "130:interrupted with Ctrl-C or SIGTERM"
        })
public final class CompareCommand implements Callable<Integer> {

    private final Environment environment;
    private final OutputStream out;

    @Parameters(index = "0", paramLabel = "EARLIER", description = "The earlier report.")
    private Path earlier = Path.of("");

    @Parameters(index = "1", paramLabel = "LATER", description = "The later report.")
    private Path later = Path.of("");

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the comparison as JSON to a file, or to the standard output if it is -, with the table"
                    + " on the standard error stream.")
    private @Nullable String json;

    @Option(names = "--verbose", description = "Print stack traces.")
    private boolean verbose;

    /**
     * Creates the command.
     *
     * @param environment its environment
     * @param out the standard output, for JSON
     */
    public CompareCommand(Environment environment, OutputStream out) {
        this.environment = environment;
        this.out = out;
    }

    @Override
    public Integer call() {
        // A report may come through a pipe, and take its time.
        ReportComparison comparison =
                environment.await(Mono.fromCallable(this::read).subscribeOn(Schedulers.boundedElastic()));
        if (comparison == null) {
            return ExitCode.INTERRUPTED;
        }
        Terminal terminal = environment.terminal();
        boolean isTableElsewhere = StandardOutput.NAME.equals(json);
        Consumer<String> lines = isTableElsewhere ? terminal::printError : terminal::print;
        ComparisonTable.lines(comparison, terminal.style()).forEach(lines);
        if (json != null) {
            write(comparison, json, isTableElsewhere);
        }
        return comparison.isWorse() ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private ReportComparison read() {
        try {
            return ReportComparison.read(earlier, later);
        } catch (ReportFormatException e) {
            throw new CommandException(e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new CommandException("there is no file " + e.getFile(), e);
        } catch (IOException e) {
            throw new CommandException("could not read " + earlier + " and " + later + reason(e), e);
        }
    }

    private void write(ReportComparison comparison, String file, boolean isStandardOutput) {
        try {
            if (isStandardOutput) {
                StandardOutput.write(out, target -> JsonComparison.write(comparison, target));
            } else {
                JsonComparison.write(comparison, Path.of(file));
            }
        } catch (IOException e) {
            throw new CommandException("could not write " + file + reason(e), e);
        }
    }

    private static String reason(IOException failure) {
        return " (" + failure.getClass().getSimpleName() + ": " + failure.getMessage() + ")";
    }
}
