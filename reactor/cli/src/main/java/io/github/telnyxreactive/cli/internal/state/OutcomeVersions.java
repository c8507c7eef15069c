package io.github.telnyxreactive.cli.internal.state;

import io.github.telnyxreactive.bulk.report.ReportedItem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The versions of the assistant that a batch has tested. Of many, the first are kept. */
public final class OutcomeVersions {

    /** How many ids are kept. */
    static final int MOST = 10;

    private final Set<String> ids = new LinkedHashSet<>();
    private boolean isMain;
    private boolean hasMore;

    /** Takes an item. */
    void add(ReportedItem item) {
        String id = item.versionId();
        if (id == null) {
            isMain = true;
        } else if (ids.size() < MOST) {
            ids.add(id);
        } else {
            hasMore |= !ids.contains(id);
        }
    }

    /**
     * Returns whether the main version was tested.
     *
     * @return whether there is an item without a version
     */
    public boolean isMain() {
        return isMain;
    }

    /**
     * Returns the other versions.
     *
     * @return the ids of the first ones
     */
    public List<String> ids() {
        return List.copyOf(ids);
    }

    /**
     * Returns whether there are more versions than that.
     *
     * @return whether not all of them are kept
     */
    public boolean hasMore() {
        return hasMore;
    }
}
