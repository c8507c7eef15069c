package io.github.telnyxreactive.cli.internal.command.resolve;

import io.github.telnyxreactive.bulk.ItemResolution;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.bulk.UnresolvedItem.FoundRun;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the items that decisions are about. */
final class Choices {

    private static final int MOST = 20;

    private final List<UnresolvedItem> items;

    Choices(List<UnresolvedItem> items) {
        this.items = items;
    }

    /** A decision about an item. */
    record Choice(UnresolvedItem item, ItemResolution resolution) {}

    /** Returns the decisions, of which one about a suite may be one about each of its tests that were triggered on their own. */
    List<Choice> of(List<DecisionOptions> decisions) {
        List<Choice> choices = new ArrayList<>();
        decisions.forEach(decision -> choices.addAll(of(decision)));
        return choices;
    }

    private List<Choice> of(DecisionOptions decision) {
        List<UnresolvedItem> chosen = items.stream()
                .filter(item -> ItemWords.reference(item).equals(decision.item())
                        || Integer.toString(item.number()).equals(decision.item()))
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandException(
                    "there is no unknown item " + decision.item() + "; nothing was recorded. " + existing());
        }
        if (chosen.size() == 1 || decision.runs().isEmpty()) {
            return chosen.stream().map(item -> choice(item, decision.runs())).toList();
        }
        return byTest(decision, chosen);
    }

    private static Choice choice(UnresolvedItem item, List<String> runs) {
        return new Choice(item, new ItemResolution(item.item(), runs));
    }

    private String existing() {
        if (items.isEmpty()) {
            return "No item of this journal needs a decision";
        }
        String first = items.stream().limit(MOST).map(ItemWords::reference).collect(Collectors.joining(", "));
        return "Unknown: " + first + (items.size() > MOST ? " and " + (items.size() - MOST) + " more" : "");
    }

    /** Each of the tests has a list of its own, so that only one of them can have a run. */
    private static List<Choice> byTest(DecisionOptions decision, List<UnresolvedItem> tests) {
        Map<UnresolvedItem, List<String>> runs = new LinkedHashMap<>();
        for (String id : decision.runs()) {
            UnresolvedItem owner = tests.stream()
                    .filter(test -> has(test, id))
                    .findFirst()
                    .orElseThrow(() -> new CommandException("the service shows no run " + id
                            + " of that time of the unknown tests of item " + decision.item()
                            + "; nothing was recorded. A run of another time is found by --item "
                            + decision.item() + "/TEST"));
            runs.computeIfAbsent(owner, added -> new ArrayList<>()).add(id);
        }
        return runs.entrySet().stream()
                .map(test -> choice(test.getKey(), test.getValue()))
                .toList();
    }

    private static boolean has(UnresolvedItem test, String id) {
        return test.found().stream()
                .map(FoundRun::run)
                .anyMatch(run -> run.runId().equals(id));
    }
}
