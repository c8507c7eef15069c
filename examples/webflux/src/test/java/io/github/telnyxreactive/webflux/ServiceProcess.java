package io.github.telnyxreactive.webflux;

import io.github.telnyxreactive.simulator.Simulator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The service in a process of its own, which can be killed. */
final class ServiceProcess {

    private static final Pattern LISTENING = Pattern.compile("Listening on (http://localhost:\\d+)");

    private final Process process;
    private final String url;

    private ServiceProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts the service on a free port, and returns when it listens. */
    static ServiceProcess start(Simulator simulator, Path journals, String... properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto"));
        if (Runtime.version().feature() >= 24) {
            // As in the manifest of the jar.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("--class-path", classPath(), TelnyxWebflux.class.getName(), "--server.port=0"));
        command.add("--telnyx.batches.journals=" + journals);
        Arrays.stream(properties).map(property -> "--" + property).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("TELNYX_") || name.startsWith("JAVA_TOOL"));
        builder.environment().put("TELNYX_API_KEY", simulator.apiKey());
        builder.environment().put("TELNYX_BASE_URL", simulator.baseUrl());
        Process process = builder.start();
        return new ServiceProcess(process, listening(process));
    }

    /** Returns the class path without the classes and the settings of the tests. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String listening(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder read = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            read.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                drain(output);
                return listening.group(1);
            }
        }
        throw new IllegalStateException("the service has ended before it listened: " + read);
    }

    /** Reads the rest, so that the process does not wait for a reader. */
    private static void drain(BufferedReader output) {
        Thread thread = new Thread(
                () -> {
                    try (output) {
                        output.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // The process was killed.
                    }
                },
                "output-of-service");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return url;
    }

    /** Kills the process, which has no chance to do anything about it. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks the process to end, as operators do, and returns its exit code. */
    int terminate() {
        process.destroy();
        return awaitEnd();
    }

    private int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
