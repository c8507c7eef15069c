package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that says to the byte what others rely on. It changes only on purpose: with {@code -Dcontract.update=true}, what differs
 * is written, and is to be committed.
 */
public final class Golden {

    /** The folder of all golden files. */
    private static final Path FOLDER = Path.of("src", "test", "resources", "contract");

    private static final boolean UPDATE = Boolean.getBoolean("contract.update");
    private static final int CONTEXT = 60;
    private static final Pattern VERSIONED = Pattern.compile("\\{\"format\":\"([a-z-]+)\",\"version\":(\\d+),");

    private final Path file;

    private Golden(Path file) {
        this.file = file;
    }

    /**
     * Returns the file of a name.
     *
     * @param name the name of the file; that of a format with versions ends in the version, so that each version has its own
     * @return the file
     */
    public static Golden of(String name) {
        return new Golden(FOLDER.resolve(name));
    }

    /** Returns the file of a JSON object that says at its beginning which version of which format it is. */
    public static Golden ofVersion(String json) {
        Matcher beginning = VERSIONED.matcher(json);
        if (!beginning.lookingAt()) {
            throw new AssertionError("the object does not begin with its format and version: " + json);
        }
        return of(beginning.group(1) + "-" + beginning.group(2) + ".json");
    }

    /** Returns all golden files. */
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    /** Returns where the file is. */
    public Path path() {
        return file;
    }

    /** Compares the file with what the program says now. */
    public void check(String actual) {
        check(actual.getBytes(StandardCharsets.UTF_8));
    }

    /** Compares the file with what the program writes now. */
    public void check(byte[] actual) {
        try {
            if (UPDATE) {
                update(actual);
                return;
            }
            if (!Files.exists(file)) {
                fail(file + " does not exist: a new part of the contract, or a new version of a format." + advice());
            }
            byte[] expected = Files.readAllBytes(file);
            if (!Arrays.equals(expected, actual)) {
                fail(file + " is the contract, and the program no longer keeps it." + advice()
                        + difference(
                                new String(expected, StandardCharsets.UTF_8),
                                new String(actual, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the file, unless a program that reads this version of its format would miss something. */
    private void update(byte[] actual) throws IOException {
        if (Files.exists(file) && file.toString().contains(".json")) {
            Set<String> missed = new TreeSet<>(WrittenFields.of(Files.readString(file)));
            missed.removeAll(WrittenFields.of(new String(actual, StandardCharsets.UTF_8)));
            if (!missed.isEmpty()) {
                fail(file + " would lose " + missed
                        + ", on which others rely: raise the version of the format. If it was"
                        + " never published, or only the example has changed, delete the file before it is written.");
            }
        }
        Files.createDirectories(FOLDER);
        Files.write(file, actual);
    }

    private static String advice() {
        return """

                Others rely on it in pipelines and programs: change it on purpose only.
                Something may be added. If something is removed, is renamed or means something else, raise the version of the \
                format, and keep the file of the old version, which stays readable.
                To write what the program does now, and commit it with the reason:
                  mvn test -pl reactor/cli -am -Dtest='*ContractTest' -Dsurefire.failIfNoSpecifiedTests=false \
                -Dcontract.update=true
                """;
    }

    /** Returns the lines that differ, or what surrounds the first difference of a long line. */
    private static String difference(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> after = actual.lines().toList();
        StringBuilder text = new StringBuilder();
        before.stream()
                .filter(line -> !after.contains(line))
                .forEach(line ->
                        text.append("- ").append(shortened(line, actual)).append('\n'));
        after.stream()
                .filter(line -> !before.contains(line))
                .forEach(line ->
                        text.append("+ ").append(shortened(line, expected)).append('\n'));
        return text.isEmpty() ? "The order of lines, or their ends, differ." : text.toString();
    }

    /** Returns a line from shortly before the place up to which the other text has it. */
    private static String shortened(String line, String other) {
        int same = 0;
        while (same < line.length() && other.contains(line.substring(0, same + 1))) {
            same++;
        }
        int from = Math.max(0, same - CONTEXT);
        int to = Math.min(line.length(), same + CONTEXT);
        return (from > 0 ? "..." : "") + line.substring(from, to) + (to < line.length() ? "..." : "");
    }
}
