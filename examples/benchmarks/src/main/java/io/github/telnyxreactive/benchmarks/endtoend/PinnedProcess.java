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

/** A virtual machine on a core of its own, to which one speaks by lines. It ends when it is closed. */
final class PinnedProcess implements AutoCloseable {

    static final int CLIENT_CORE = 0;
    static final int SERVER_CORE = 1;

    private static final long SECONDS_TO_END = 5;

    private final Process process;
    private final BufferedReader out;

    PinnedProcess(int core, List<String> options, Class<?> program, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
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

    /** Says a word and returns the line that answers it, which begins with it; {@code null} if the process has died. */
    @Nullable String ask(String word) {
        try {
            process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            return null;
        }
        String line = read();
        while (line != null && !line.startsWith(word)) {
            line = read();
        }
        return line;
    }

    /** Returns what the process says of its own accord, {@code null} if it has died. */
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
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
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
