package io.github.telnyxreactive.cli.internal.command;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.internal.text.ClosestName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was probably meant by an argument that is wrong. */
public final class Suggestions {

    private static final int MOST = 3;

    private Suggestions() {}

    /**
     * Returns what was probably meant.
     *
     * @param failure says what is wrong
     * @return the end of a sentence, empty if nothing comes to mind
     */
    public static String of(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return ofUnmatched(unmatched, unmatched.getUnmatched().get(0));
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument != null) {
            return ofValue(failure, argument);
        }
        CommandLine command = failure.getCommandLine();
        // Nothing else can be missing of a command that cannot be executed itself.
        return command.getCommand() instanceof Callable ? "" : existing(command);
    }

    private static String ofUnmatched(UnmatchedArgumentException failure, String argument) {
        CommandLine command = failure.getCommandLine();
        if (!failure.isUnknownOption()) {
            return ofCommand(command, argument);
        }
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        List<String> options = options(command.getCommandSpec());
        List<String> longer =
                options.stream().filter(option -> option.startsWith(name)).toList();
        List<String> closest = longer.isEmpty() ? ClosestName.several(name, options) : longer;
        // Those of picocli begin alike.
        return didYouMean(closest.isEmpty() ? ClosestName.sorted(name, failure.getSuggestions()) : closest);
    }

    private static List<String> options(CommandSpec command) {
        return command.options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::longestName)
                .toList();
    }

    /**
     * Returns which command was probably meant.
     *
     * @param parent the command of which it should be a subcommand
     * @param name the name that does not exist
     * @return the end of a sentence, empty if there are no subcommands
     */
    public static String ofCommand(CommandLine parent, String name) {
        List<String> names = List.copyOf(parent.getSubcommands().keySet());
        List<String> closest = ClosestName.several(name, names);
        return closest.isEmpty() ? existing(parent) : didYouMean(closest);
    }

    private static String existing(CommandLine parent) {
        return parent.getSubcommands().isEmpty()
                ? ""
                : "; the commands are "
                        + String.join(", ", parent.getSubcommands().keySet());
    }

    private static String ofValue(ParameterException failure, ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates == null || failure.getValue() == null) {
            return "";
        }
        List<String> known = new ArrayList<>();
        candidates.forEach(known::add);
        String message = String.valueOf(failure.getMessage());
        List<String> closest = ClosestName.several(failure.getValue(), known);
        boolean isListed = known.stream().allMatch(message::contains);
        return closest.isEmpty() && !isListed && !known.isEmpty()
                ? "; known values are " + String.join(", ", known)
                : didYouMean(closest);
    }

    private static String didYouMean(List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream()
                        .limit(MOST)
                        .map(Text::printable)
                        .collect(Collectors.joining(" or ", "; did you mean ", "?"));
    }
}
