package io.github.telnyxreactive.internal.bulk;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ids of the last runs and suite runs that belong to items that have ended. Not thread-safe. */
final class RecentIds {

    /** More than can be created in the time that the clocks of two machines differ by. */
    private static final int MAX_IDS = 2000;

    private final Set<String> ids = new LinkedHashSet<>();

    void add(@Nullable String id) {
        if (id != null && ids.add(id) && ids.size() > MAX_IDS) {
            Iterator<String> oldest = ids.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    boolean contains(String id) {
        return ids.contains(id);
    }
}
