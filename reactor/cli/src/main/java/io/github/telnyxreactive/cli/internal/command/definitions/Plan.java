package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be written.
 *
 * @param steps the writes, in order
 * @param unchanged how many definitions are as in the account
 * @param notes what may be a mistake in what is to be written
 */
record Plan(List<Step> steps, int unchanged, List<String> notes) {

    /** Returns what would change, field by field, with what is deleted first. */
    List<String> lines(Account account) {
        List<String> lines = new ArrayList<>();
        steps.stream().filter(Step.Delete.class::isInstance).forEach(step -> lines.add(Text.printable(step.title())));
        for (Step step : steps) {
            if (step instanceof Step.Create create) {
                lines.add(Text.printable(step.title()) + ":");
                named(account, create.content())
                        .properties()
                        .forEach(field -> lines.add("  " + Difference.line(field.getKey(), field.getValue())));
            } else if (step instanceof Step.Update update) {
                lines.add(Text.printable(step.title()) + " ("
                        + Text.printable(update.present().id()) + "):");
                Difference.between(named(account, update.present().content()), named(account, update.target()))
                        .forEach(difference -> lines.add("  " + difference));
            }
        }
        return lines;
    }

    private static ObjectNode named(Account account, ObjectNode content) {
        return account.withNames(content, (key, id) -> {});
    }

    /** Returns how many things are written, in words. */
    String summary() {
        return count(Step.Create.class) + " to create, " + count(Step.Update.class) + " to change, "
                + count(Step.Delete.class) + " to delete, " + unchanged + " unchanged";
    }

    private long count(Class<? extends Step> type) {
        return steps.stream().filter(type::isInstance).count();
    }
}
