package io.github.telnyxreactive.benchmarks.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A JVM on a core of its own that is controlled by lines of text. Closing terminates it. */
final class PinnedProcess implements AutoCloseable {

    static final int CLIENT_CORE = 0;
    static final int SERVER_CORE = 1;

    /** The class path of this build. */
    static final String CLASS_PATH = System.getProperty("java.class.path");

    private static final long SECONDS_TO_TERMINATE = 5;

    private final Process process;
    private final BufferedReader out;

    PinnedProcess(int core, List<String> options, String classPath, Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(arguments);
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a process; taskset of util-linux is needed", e);
        }
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Sends a command and returns the line of the response, which starts with the command; {@code null} if the process died. */
    @Nullable String request(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            return null;
        }
        String line = read();
        while (line != null && !line.startsWith(command)) {
            line = read();
        }
        return line;
    }

    /** Returns the next line of the process, {@code null} if it died. */
    @Nullable String read() {
        try {
            return out.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_TERMINATE, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
