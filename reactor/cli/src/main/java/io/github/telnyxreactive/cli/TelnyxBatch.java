package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.FatalError;
import io.github.telnyxreactive.cli.internal.command.GivenTextConverter;
import io.github.telnyxreactive.cli.internal.command.Interruption;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
import io.github.telnyxreactive.cli.internal.command.compare.CompareCommand;
import io.github.telnyxreactive.cli.internal.command.definitions.ApplyCommand;
import io.github.telnyxreactive.cli.internal.command.definitions.ExportCommand;
import io.github.telnyxreactive.cli.internal.command.doctor.DoctorCommand;
import io.github.telnyxreactive.cli.internal.command.gate.GateCommand;
import io.github.telnyxreactive.cli.internal.command.list.ListCommand;
import io.github.telnyxreactive.cli.internal.command.run.RunCommand;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
        quietLogging();
        FatalError.install();
        int exitCode;
        Interruption interruption = Interruption.onShutdown();
        try {
            exitCode = commandLine(Environment.system(interruption.signal())).execute(arguments);
        } catch (Error e) {
            // The virtual machine itself would exit with 1, which here means that a run failed.
            e.printStackTrace();
            exitCode = ExitCode.NOT_RUN;
        }
        interruption.end(exitCode);
        System.exit(exitCode);
    }

    /** Exceptions carry all that matters, and log output of the libraries would garble the progress display. */
    private static void quietLogging() {
        boolean configured = System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
        if (!configured) {
            LogManager.getLogManager().reset();
        }
        // Otherwise Reactor logs to the console on its own.
        if (System.getProperty("reactor.logging.fallback") == null) {
            System.setProperty("reactor.logging.fallback", "JDK");
        }
    }

    static CommandLine commandLine(Environment environment) {
        return commandLine(environment, new FileOutputStream(FileDescriptor.out));
    }

    /** Creates the command line with lists and comparisons written to the given stream instead of the standard output. */
    static CommandLine commandLine(Environment environment, OutputStream lists) {
        boolean coloured = environment.terminal().style() == Style.COLOURED;
        return new CommandLine(new TelnyxBatch())
                .addSubcommand(new RunCommand(environment))
                .addSubcommand(new GateCommand(environment))
                .addSubcommand(ListCommand.commandLine(environment, lists))
                .addSubcommand(new DoctorCommand(environment))
                .addSubcommand(new CompareCommand(environment, lists))
                .addSubcommand(new ExportCommand(environment))
                .addSubcommand(new ApplyCommand(environment))
                .registerConverter(String.class, new GivenTextConverter())
                .setOut(environment.terminal().out())
                .setErr(environment.terminal().err())
                .setColorScheme(Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF))
                // The name of a suite may begin with an at sign.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(TelnyxBatch::reject)
                .setExecutionExceptionHandler(TelnyxBatch::report);
    }

    /** Prints the error alone, since the whole usage text would scroll it off the screen. */
    private static int reject(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String advice = "; try '" + command.getCommandSpec().qualifiedName() + " --help'";
        new Problems(command.getErr(), false).report(new CommandException(failure.getMessage() + advice, failure));
        return ExitCode.NOT_RUN;
    }

    private static int report(Exception failure, CommandLine command, ParseResult root) {
        boolean verbose = command.getParseResult().matchedOptionValue("--verbose", false);
        boolean mask = command.getParseResult().matchedOptionValue("--mask", false);
        new Problems(command.getErr(), verbose).masked(mask).report(failure);
        return ExitCode.NOT_RUN;
    }
}
