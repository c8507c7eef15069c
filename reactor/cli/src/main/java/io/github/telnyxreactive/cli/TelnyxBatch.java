package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.FatalError;
import io.github.telnyxreactive.cli.internal.command.GivenTextConverter;
import io.github.telnyxreactive.cli.internal.command.Interruption;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.cli.internal.command.Suggestions;
import io.github.telnyxreactive.cli.internal.command.UsageErrors;
import io.github.telnyxreactive.cli.internal.console.Terminal;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The {@code telnyx-batch} program, which runs assistant tests, release gates, lists, a doctor and comparisons from the command line. */
@Command(
        name = "telnyx-batch",
        description =
                "Runs tests of Telnyx assistants, gates releases by them, lists what an account has, keeps it as files,"
                        + " examines the service, and compares reports.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND")
public final class TelnyxBatch {

    private TelnyxBatch() {}

    /**
     * Runs the program and exits the virtual machine with its exit code.
     *
     * @param arguments a command and its options
     */
    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings();
        int exitCode;
        try {
            exitCode = commandLine(
                            surroundings.terminal, surroundings, new FileOutputStream(FileDescriptor.out), arguments)
                    .setExecutionStrategy(surroundings::execute)
                    .execute(arguments);
        } catch (Error e) {
            // The virtual machine itself would exit with 1, which here means that a run failed.
            e.printStackTrace();
            exitCode = ExitCode.NOT_RUN;
        }
        surroundings.end(exitCode);
        System.exit(exitCode);
    }

    /** The environment of this process, which no help text needs. */
    private static final class Surroundings implements Supplier<Environment> {

        private final UnaryOperator<@Nullable String> variables = System::getenv;
        private final Terminal terminal = Terminal.system(variables);
        private @Nullable Interruption interruption;
        private @Nullable Environment environment;

        @Override
        public Environment get() {
            Environment created = environment;
            if (created == null) {
                prepareLibraries();
                FatalError.install();
                Interruption signal = Interruption.onShutdown();
                interruption = signal;
                created = Environment.system(terminal, variables, signal.signal());
                environment = created;
            }
            return created;
        }

        /** Executes a command; a help text needs no preparation. */
        private int execute(ParseResult parsed) {
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return helped;
            }
            if (environment != null) {
                FatalError.watchMemory();
            }
            return new RunLast().execute(parsed);
        }

        private void end(int exitCode) {
            if (interruption != null) {
                interruption.end(exitCode);
            }
        }
    }

    /** Exceptions carry all that matters, and log output of the libraries would garble the progress display. */
    private static void prepareLibraries() {
        boolean configured = System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
        if (!configured) {
            LogManager.getLogManager().reset();
        }
        // Otherwise Reactor logs to the console on its own.
        if (System.getProperty("reactor.logging.fallback") == null) {
            System.setProperty("reactor.logging.fallback", "JDK");
        }
        // Netty's events for recordings of the virtual machine take a tenth of the time that a short command takes.
        if (System.getProperty("io.netty.jfr.enabled") == null) {
            System.setProperty("io.netty.jfr.enabled", "false");
        }
    }

    /**
     * Creates the command line.
     *
     * @param terminal the terminal to write to
     * @param environment creates the environment of the command
     * @param lists the standard output of lists and comparisons
     * @param arguments the arguments that it is going to be executed with
     * @return the command line
     */
    static CommandLine commandLine(
            Terminal terminal, Supplier<Environment> environment, OutputStream lists, String... arguments) {
        boolean coloured = terminal.style() == Style.COLOURED;
        CommandLine program = new CommandLine(new TelnyxBatch());
        new Commands(environment, lists, arguments).addTo(program);
        return program.registerConverter(String.class, new GivenTextConverter())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF))
                // The name of a suite may begin with an at sign.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(TelnyxBatch::reject)
                .setExecutionExceptionHandler(TelnyxBatch::report);
    }

    /** Prints the error alone, since the whole usage text would scroll it off the screen. */
    private static int reject(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String advice =
                Suggestions.of(failure) + "; try '" + command.getCommandSpec().qualifiedName() + " --help'";
        Problems.ofRefused(command, arguments)
                .report(new CommandException(UsageErrors.message(failure) + advice, failure));
        return ExitCode.NOT_RUN;
    }

    private static int report(Exception failure, CommandLine command, ParseResult root) {
        Problems.of(command).report(failure);
        return ExitCode.NOT_RUN;
    }
}
