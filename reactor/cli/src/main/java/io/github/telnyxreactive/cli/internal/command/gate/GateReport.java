package io.github.telnyxreactive.cli.internal.command.gate;

import io.github.telnyxreactive.bulk.RunTotals;
import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.gate.Baseline;
import io.github.telnyxreactive.gate.GateDecision;
import io.github.telnyxreactive.gate.GateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Formats the decision of a gate and its reasons. */
final class GateReport {

    private GateReport() {}

    static List<String> lines(GateRequest request, GateDecision decision, Style style) {
        List<String> lines = new ArrayList<>();
        add(lines, "Candidate", decision.candidate());
        add(lines, "Baseline", decision.baseline());
        if (request.baseline() instanceof Baseline.Kept kept && kept.evidence().equals(decision.baselineEvidence())) {
            lines.add("The baseline was kept from " + kept.evidence().startedAt() + ".");
        }
        String verdict = verdict(decision);
        lines.add(decision.isAccepted() ? verdict : style.alarm(verdict));
        decision.reasons().forEach(reason -> lines.add("  " + Text.printable(reason)));
        return lines;
    }

    private static void add(List<String> lines, String what, @Nullable RunTotals runs) {
        if (runs != null) {
            lines.add(what + ": " + Text.count(runs.runs(), "run") + ", "
                    + runs.passed() + " passed, " + runs.failed() + " failed, "
                    + runs.error() + " error"
                    + (runs.passRate().isEmpty()
                            ? ""
                            : " (" + percent(runs.passRate().getAsDouble()) + ")"));
        }
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f %%", rate);
    }

    private static String verdict(GateDecision decision) {
        return switch (decision.outcome()) {
            case PROMOTED -> "Promoted.";
            case CANARY_STARTED -> "Canary started.";
            case CANARY_WIDENED -> "Canary widened.";
            case UNCHANGED -> "Nothing to do.";
            case WOULD_PROMOTE, WOULD_START_CANARY, WOULD_WIDEN_CANARY -> "Passed; nothing was changed.";
            case REFUSED -> "Refused; nothing was changed.";
            case INCONCLUSIVE -> "Inconclusive; nothing was changed. Missing:";
        };
    }
}
