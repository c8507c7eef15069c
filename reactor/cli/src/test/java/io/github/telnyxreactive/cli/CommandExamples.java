package io.github.telnyxreactive.cli;

import io.github.telnyxreactive.bulk.report.JsonReport;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every command of the program with arguments that make it do its work. A new command has to be added, so that it is known to
 * behave as the others where something is wrong that is no fault of its own.
 */
final class CommandExamples {

    /** A version that nobody has. */
    private static final String VERSION = "00000000-0000-4000-8000-000000000009";

    /** The commands that call the service, some in several ways. */
    private static final Map<String, List<String>> CALLING = calling();

    /** The commands that call nothing. */
    private static final List<String> LOCAL = List.of("compare EARLIER LATER", "help run", "completion");

    private CommandExamples() {}

    private static Map<String, List<String>> calling() {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(
                "run",
                List.of(
                        "run checkout --journal JOURNAL",
                        "run --all --dry-run",
                        "run --tests test-1 --each-test --journal JOURNAL"));
        commands.put("gate", List.of("gate checkout refunds --assistant assistant-1 --version-id " + VERSION));
        commands.put("list assistants", List.of("list assistants"));
        commands.put("list versions", List.of("list versions --assistant assistant-1"));
        commands.put("list tags", List.of("list tags"));
        commands.put("list scheduled-events", List.of("list scheduled-events --assistant assistant-1"));
        commands.put("list tests", List.of("list tests", "list tests --suite checkout"));
        commands.put("list suites", List.of("list suites"));
        commands.put("list runs", List.of("list runs --suite checkout", "list runs --test test-1"));
        commands.put("list tools", List.of("list tools"));
        commands.put("list mcp-servers", List.of("list mcp-servers"));
        commands.put("list integrations", List.of("list integrations"));
        commands.put("list connections", List.of("list connections"));
        commands.put("doctor", List.of("doctor"));
        commands.put("export", List.of("export FOLDER"));
        commands.put("apply", List.of("apply DEFINITIONS", "apply DEFINITIONS --dry-run"));
        commands.put("resolve", List.of("resolve UNKNOWN --same-account"));
        return commands;
    }

    /** Returns the names of all commands that are covered. */
    static List<String> names() {
        List<String> names = new ArrayList<>(CALLING.keySet());
        LOCAL.forEach(local -> names.add(local.split(" ")[0]));
        return names;
    }

    static List<String> calls() {
        return CALLING.values().stream().flatMap(List::stream).toList();
    }

    static List<String> all() {
        List<String> all = new ArrayList<>(calls());
        all.addAll(LOCAL);
        return all;
    }

    /** Returns the arguments of a command that needs no journal of a service. */
    static String[] arguments(String command, Path folder) throws IOException {
        return arguments(command, folder, "https://api.example/v2");
    }

    /** Returns the arguments, with files and folders in place of the words in capital letters. */
    static String[] arguments(String command, Path folder, String baseUrl) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" ")) {
            arguments.add(word.matches("[A-Z]+") ? file(word, folder, baseUrl).toString() : word);
        }
        return arguments.toArray(String[]::new);
    }

    private static Path file(String word, Path folder, String baseUrl) throws IOException {
        Path file = folder.resolve(word);
        switch (word) {
            case "DEFINITIONS" -> {
                Files.createDirectories(file.resolve("assistants"));
                Files.writeString(
                        file.resolve("assistants").resolve("sales.yaml"), "name: Sales\ninstructions: Be kind.\n");
            }
            case "EARLIER", "LATER" -> writeReport(file, TestRunStatus.PASSED);
            case "WORSE" -> writeReport(file, TestRunStatus.FAILED);
            case "PIPE" -> makePipe(file);
            case "UNKNOWN" -> FixedBatch.writeUnknown(file, baseUrl);
            case "KNOWN" -> FixedBatch.writeKnown(file, baseUrl);
            case "JOURNAL", "FOLDER", "MISSING" -> {
                // Created by the command, if at all.
            }
            default -> throw new IllegalArgumentException(word);
        }
        return file;
    }

    private static void writeReport(Path file, TestRunStatus status) throws IOException {
        JsonReport.write(Reports.of(Reports.suite("checkout", Reports.run("run-1", status))), file);
    }

    /** Makes a pipe, which nobody writes to. */
    private static void makePipe(Path file) throws IOException {
        try {
            int code = new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
            if (code != 0) {
                throw new IOException("mkfifo has ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
