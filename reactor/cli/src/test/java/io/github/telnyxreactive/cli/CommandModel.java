package io.github.telnyxreactive.cli;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the command line accepts, as its parser knows it, without any text for people. */
final class CommandModel {

    private final CommandLine program;

    private CommandModel(CommandLine program) {
        this.program = program;
    }

    static CommandModel of(Cli cli) {
        return new CommandModel(cli.commandLine());
    }

    /** Returns the commands that do something, with those of their own, by their names without that of the program. */
    Map<String, CommandLine> commands() {
        Map<String, CommandLine> commands = new TreeMap<>();
        collect(program, "", commands);
        return commands;
    }

    private static void collect(CommandLine command, String prefix, Map<String, CommandLine> commands) {
        command.getSubcommands().forEach((name, sub) -> {
            commands.put(prefix + name, sub);
            collect(sub, prefix + name + " ", commands);
        });
    }

    /** Returns the exit codes of the commands that list them. */
    Map<String, Set<Integer>> exitCodes() {
        Map<String, Set<Integer>> codes = new TreeMap<>();
        commands().forEach((name, command) -> {
            Set<Integer> listed = exitCodes(command.getCommandSpec());
            if (!listed.isEmpty()) {
                codes.put(name, listed);
            }
        });
        return codes;
    }

    private static Set<Integer> exitCodes(CommandSpec command) {
        return command.usageMessage().exitCodeList().keySet().stream()
                .map(code -> Integer.valueOf(code.strip()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns everything, in an order that does not depend on that of the help text. */
    String text() {
        StringBuilder text = new StringBuilder();
        describe("telnyx-batch", program.getCommandSpec(), text);
        commands().forEach((name, command) -> describe("telnyx-batch " + name, command.getCommandSpec(), text));
        return text.toString();
    }

    private static void describe(String name, CommandSpec command, StringBuilder text) {
        text.append(text.isEmpty() ? "" : "\n").append(name).append('\n');
        Set<Integer> codes = exitCodes(command);
        if (!codes.isEmpty()) {
            text.append("  exits with ")
                    .append(codes.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .append('\n');
        }
        Stream<String> parameters = command.positionalParameters().stream()
                .sorted(Comparator.comparing(parameter -> parameter.index().min()))
                .map(CommandModel::line);
        Stream<String> options =
                command.options().stream().map(CommandModel::line).sorted();
        Stream<String> groups =
                command.argGroups().stream().map(CommandModel::line).sorted();
        Stream.of(parameters, options, groups)
                .flatMap(lines -> lines)
                .forEach(line -> text.append("  ").append(line).append('\n'));
    }

    /** Returns which options go together, and which of those have to be given if any is. */
    private static String line(ArgGroupSpec group) {
        String members = group.args().stream()
                .map(argument -> (argument.required() ? "required " : "") + name(argument))
                .sorted()
                .collect(Collectors.joining(", "));
        String nested = group.subgroups().stream()
                .map(subgroup -> ", (" + line(subgroup) + ")")
                .sorted()
                .collect(Collectors.joining());
        return (group.exclusive() ? "one of" : "together") + " (" + group.multiplicity() + "): " + members + nested;
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String line(PositionalParamSpec parameter) {
        return parameter.paramLabel() + ": parameter " + parameter.index() + ", "
                + String.join(", ", values(parameter));
    }

    private static String line(OptionSpec option) {
        String names = Arrays.stream(option.names())
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.joining(", "));
        boolean isFlag = option.arity().max() == 0;
        return names + (isFlag ? "" : " " + option.paramLabel()) + ": " + String.join(", ", values(option));
    }

    private static List<String> values(ArgSpec argument) {
        Stream<String> facts = Stream.of(
                argument.arity().max() == 0 ? "flag" : "arity " + argument.arity(),
                argument.required() && argument.group() == null ? "required" : "",
                argument.isMultiValue() ? "repeatable" : "",
                argument.splitRegex().isEmpty() ? "" : "split by \"" + argument.splitRegex() + '"',
                argument.type().isEnum() || argument.completionCandidates() != null ? choices(argument) : "",
                argument.defaultValue() == null ? "" : "default " + argument.defaultValue(),
                argument.isOption() && ((OptionSpec) argument).negatable() ? "negatable" : "");
        return facts.filter(fact -> !fact.isEmpty()).toList();
    }

    private static String choices(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return candidates == null || !candidates.iterator().hasNext() ? "" : "one of " + String.join(" ", candidates);
    }
}
