package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.report.HashCounts;
import java.util.ArrayList;
import java.util.List;

/** The versions of the assistant against which items ran. */
final class ReportVersions {

    private static final int MOST_SHOWN = 10;

    private final HashCounts ids = new HashCounts();
    private final List<String> shown = new ArrayList<>();
    private boolean isMain;

    static ReportVersions of(Iterable<ReportedItem> items) {
        ReportVersions versions = new ReportVersions();
        items.forEach(versions::add);
        return versions;
    }

    private void add(ReportedItem item) {
        String id = item.versionId();
        if (id == null) {
            isMain = true;
        } else if (ids.add(id) == 1 && shown.size() < MOST_SHOWN) {
            shown.add(id);
        }
    }

    /** Returns whether there is one version at most, so that it need not be said of each item. */
    boolean isSame() {
        return count() <= 1;
    }

    private int count() {
        return ids.size() + (isMain ? 1 : 0);
    }

    /** Returns whether the main version is one of them. */
    boolean isMain() {
        return isMain;
    }

    /** Returns the first of the other versions. */
    List<String> shown() {
        return shown;
    }

    /** Returns how many of the other versions are not shown. */
    int hidden() {
        return ids.size() - shown.size();
    }
}
