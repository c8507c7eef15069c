package io.github.telnyxreactive.internal.json;

import java.util.LinkedHashSet;
import java.util.Set;

/** The fields of one value that were kept as they came, since they could not be read. */
final class RawFields {

    private final Set<String> paths = new LinkedHashSet<>();

    void add(String path) {
        paths.add(path);
    }

    Set<String> paths() {
        return paths;
    }
}
