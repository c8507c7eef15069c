package io.github.telnyxreactive.cli.internal.command.selection;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.internal.text.Mask;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds the suites that a report names with masked phone numbers. A suite has nothing but its name. */
final class MaskedSuites {

    private MaskedSuites() {}

    /**
     * Restores the names of suites.
     *
     * @param items suites and tests, as a report has them
     * @param suites the suites of the account, read only if a name is masked
     * @return emits the items with the names that the account has; those of which it has none stay, and an error if it has
     *     several
     */
    static Mono<List<BatchItem>> restored(Set<BatchItem> items, Flux<String> suites) {
        return items.stream().noneMatch(MaskedSuites::isMasked)
                ? Mono.just(List.copyOf(items))
                : suites.collectList()
                        .map(names -> items.stream()
                                .map(item -> isMasked(item) ? restored(item, names) : item)
                                .toList());
    }

    private static boolean isMasked(BatchItem item) {
        return item.kind() == BatchItem.Kind.SUITE && Mask.isMasked(item.name());
    }

    private static BatchItem restored(BatchItem item, Collection<String> suites) {
        List<String> candidates = suites.contains(item.name())
                ? List.of(item.name())
                : suites.stream()
                        .filter(name -> Mask.phoneNumbers(name).equals(item.name()))
                        .toList();
        if (candidates.size() > 1) {
            throw new CommandException("the report has a suite \"" + item.name() + "\", whose name is masked, and "
                    + candidates.size() + " suites of the account look like that: name the suite instead of --rerun");
        }
        return candidates.isEmpty() ? item : BatchItem.suite(candidates.get(0)).againstVersion(item.versionId());
    }
}
