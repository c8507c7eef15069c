package io.github.telnyxreactive.cli.internal.command.resolve;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.ItemId;
import io.github.telnyxreactive.bulk.UnresolvedItem;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import org.jspecify.annotations.Nullable;

/** Items in words. */
final class ItemWords {

    private ItemWords() {}

    /** Returns what the option {@code --item} calls an item. */
    static String reference(UnresolvedItem item) {
        String testId = item.item().testId();
        return testId == null ? Integer.toString(item.number()) : item.number() + "/" + testId;
    }

    /** Returns the reference and the name of an item. */
    static String of(UnresolvedItem item) {
        return Text.printable(
                "Item " + reference(item) + ", " + name(item.item(), item.testName()) + variant(item.item()));
    }

    /** Returns the name of an item. */
    static String of(ItemId item) {
        return Text.printable(name(item, null) + variant(item));
    }

    private static String name(ItemId item, @Nullable String testName) {
        boolean isSuite = item.kind() == BatchItem.Kind.SUITE;
        String suite = "suite " + item.name();
        if (isSuite && item.testId() == null) {
            return suite;
        }
        String id = item.testId() == null ? item.name() : item.testId();
        return "test " + (testName == null ? id : testName) + (isSuite ? " of " + suite : "");
    }

    private static String variant(ItemId item) {
        return (item.versionId() == null ? "" : " (version " + item.versionId() + ")")
                + (item.repeat() == 1 ? "" : " (repeat " + item.repeat() + ")");
    }
}
