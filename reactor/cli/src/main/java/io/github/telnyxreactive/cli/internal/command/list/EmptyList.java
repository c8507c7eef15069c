package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.resource.Ai;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import reactor.core.publisher.Mono;

/** Says that a list has no elements, and what exists instead of a name that does not. */
final class EmptyList {

    /** The options that do not select elements. */
    private static final Set<String> NO_FILTERS = Set.of(
            "--page-size",
            "--simulate",
            "--elements",
            "--limit",
            "--format",
            "--json",
            "--mask",
            "--verbose",
            "--rate",
            "--deadline");

    private EmptyList() {}

    /**
     * Explains an empty list. Requests the suites of the account if the list was that of a suite.
     *
     * @param kind the kind of the list
     * @param ai the client
     * @param values the options of the list
     * @return emits one line
     */
    static Mono<String> explain(ListKind kind, Ai ai, OptionValues values) {
        List<OptionSpec> filters = values.parsed().matchedOptions().stream()
                .filter(option -> !NO_FILTERS.contains(option.longestName()))
                .toList();
        String what = kind.name().replace('-', ' ');
        if (filters.isEmpty()) {
            return Mono.just("there are no " + what);
        }
        List<String> given = new ArrayList<>();
        StringBuilder unknown = new StringBuilder();
        for (OptionSpec filter : filters) {
            String value = String.valueOf(filter.<@Nullable Object>getValue());
            given.add(filter.longestName() + " " + Text.printable(value));
            unknown.append(unknown(filter, value));
        }
        String line = "no " + what + " match " + String.join(" ", given) + unknown;
        String suite = values.suite();
        return suite == null
                ? Mono.just(line)
                : ai.assistants()
                        .tests()
                        .testSuites()
                        .list()
                        .collectList()
                        .map(suites -> line + unknownSuite(suite, suites))
                        // The list itself was read.
                        .onErrorReturn(line);
    }

    private static String unknown(OptionSpec filter, String value) {
        List<String> known = new ArrayList<>();
        if (filter.completionCandidates() != null) {
            filter.completionCandidates().forEach(known::add);
        }
        return known.isEmpty() || known.contains(value)
                ? ""
                : "; " + Text.printable(value) + " is not a known value of " + filter.longestName() + ", which are "
                        + KnownNames.closest(value, known);
    }

    private static String unknownSuite(String suite, Collection<String> suites) {
        if (suites.isEmpty()) {
            return "; the account has no suites";
        }
        return suites.contains(suite)
                ? ""
                : "; there is no suite " + Text.printable(suite) + ", but " + KnownNames.closest(suite, suites);
    }
}
