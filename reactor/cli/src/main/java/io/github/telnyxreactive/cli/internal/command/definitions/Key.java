package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.internal.text.Mask;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a thing to its readers, unlike its id, which is that of one account. It need not be unique.
 *
 * @param kind its kind
 * @param suite the suite of a test, {@code null} if it has none or it is no test
 * @param name its name
 */
record Key(Kind kind, @Nullable String suite, String name) implements Comparable<Key> {

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
            .thenComparing(Key::suite, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Key::name);

    /** Returns the same without phone numbers, which may be that of several things. */
    Key masked() {
        return new Key(kind, suite == null ? null : Mask.phoneNumbers(suite), Mask.phoneNumbers(name));
    }

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.noun() + " \"" + name + "\"" + (suite == null ? "" : " of suite \"" + suite + "\"");
    }
}
