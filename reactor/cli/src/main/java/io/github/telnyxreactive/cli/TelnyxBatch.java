package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.ExitCode;
import io.github.telnyxreactive.cli.internal.command.Interruption;
import io.github.telnyxreactive.cli.internal.command.Problems;
import io.github.telnyxreactive.cli.internal.command.ProgramVersion;
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

/** The program: runs suites of assistant tests from the command line. */
@Command(
        name = "telnyx-batch",
        description = "Runs suites of Telnyx assistant tests.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND")
public final class TelnyxBatch {

    private TelnyxBatch() {}

    /**
     * Runs the program and ends the virtual machine with its exit code.
     *
     * @param arguments a command and its options
     */
    public static void main(String[] arguments) {
        quietLogging();
        int exitCode;
        try (Interruption interruption = Interruption.onShutdown()) {
            exitCode = commandLine(Environment.system(interruption.signal())).execute(arguments);
        } catch (Error e) {
            // Left to the virtual machine, it would end with the exit code of a run that failed.
            e.printStackTrace();
            exitCode = ExitCode.NOT_RUN;
        }
        System.exit(exitCode);
    }

    /** The libraries tell through their exceptions what matters; their logs would tear the display apart. */
    private static void quietLogging() {
        boolean configured = System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
        if (!configured) {
            LogManager.getLogManager().reset();
        }
        // Reactor would write to the console by itself.
        if (System.getProperty("reactor.logging.fallback") == null) {
            System.setProperty("reactor.logging.fallback", "JDK");
        }
    }

    static CommandLine commandLine(Environment environment) {
        return commandLine(environment, new FileOutputStream(FileDescriptor.out));
    }

    /** The command line, with another place than the standard output for lists. */
    static CommandLine commandLine(Environment environment, OutputStream lists) {
        boolean coloured = environment.terminal().style() == Style.COLOURED;
        return new CommandLine(new TelnyxBatch())
                .addSubcommand(new RunCommand(environment))
                .addSubcommand(new GateCommand(environment))
                .addSubcommand(ListCommand.commandLine(environment, lists))
                .setOut(environment.terminal().out())
                .setErr(environment.terminal().err())
                .setColorScheme(Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF))
                // A suite may be called anything, also something that begins with an at sign.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(TelnyxBatch::reject);
    }

    /** Printing the whole usage would push what is wrong with the command off the screen. */
    private static int reject(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String advice = "; try '" + command.getCommandSpec().qualifiedName() + " --help'";
        new Problems(command.getErr(), false).report(new CommandException(failure.getMessage() + advice, failure));
        return ExitCode.NOT_RUN;
    }
}
