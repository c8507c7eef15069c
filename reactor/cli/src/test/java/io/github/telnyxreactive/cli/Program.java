package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.simulator.Simulator;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command that starts the program in a virtual machine of its own. */
final class Program {

    private static final boolean HAS_NATIVE_ACCESS = Runtime.version().feature() >= 24;

    private final ProcessBuilder builder = new ProcessBuilder();
    private final List<String> virtualMachine = new ArrayList<>();
    private Class<?> main = TelnyxBatch.class;
    private String classPath;

    /** Creates the command with the classes of an archive. */
    Program() {
        this(ClassArchive.shared().classPath());
        withOption("-XX:SharedArchiveFile=" + ClassArchive.shared().file());
        if (HAS_NATIVE_ACCESS) {
            // Together with that, archives are of less use, which the virtual machine would say on the standard output.
            withOption("-Xlog:disable");
        }
    }

    private Program(String classPath) {
        this.classPath = classPath;
        builder.environment().keySet().removeIf(name -> name.startsWith("TELNYX_") || name.startsWith("JAVA_TOOL"));
        virtualMachine.add(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        virtualMachine.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        if (HAS_NATIVE_ACCESS) {
            // As in the manifest of the jar.
            virtualMachine.add("--enable-native-access=ALL-UNNAMED");
        }
    }

    static Program withoutArchive() {
        return new Program(classPath());
    }

    /** Talks to a simulator instead of the service. */
    Program to(Simulator simulator) {
        return with("TELNYX_API_KEY", simulator.apiKey()).with("TELNYX_BASE_URL", simulator.baseUrl());
    }

    Program with(String variable, String value) {
        builder.environment().put(variable, value);
        return this;
    }

    /** Adds an option of the virtual machine. */
    Program withOption(String option) {
        virtualMachine.add(option);
        return this;
    }

    Program withClassPath(String entries) {
        classPath = entries;
        return this;
    }

    Program withMain(Class<?> other) {
        main = other;
        return this;
    }

    ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(virtualMachine);
        command.addAll(List.of("--class-path", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return builder.command(command);
    }

    /** Returns the class path without logging, which the jar does not have either. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("logback") && !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
