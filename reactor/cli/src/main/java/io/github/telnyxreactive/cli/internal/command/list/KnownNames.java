package io.github.telnyxreactive.cli.internal.command.list;

import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.internal.text.ClosestName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** Names that exist, for one that does not. */
final class KnownNames {

    private static final int MOST = 6;

    private KnownNames() {}

    /** Returns the names that are closest to another one, and how many more there are. */
    static String closest(String sought, Collection<String> known) {
        List<String> sorted = ClosestName.sorted(sought, new LinkedHashSet<>(known));
        String first = sorted.stream().limit(MOST).map(Text::printable).collect(Collectors.joining(", "));
        return sorted.size() > MOST ? first + " and " + (sorted.size() - MOST) + " more" : first;
    }
}
