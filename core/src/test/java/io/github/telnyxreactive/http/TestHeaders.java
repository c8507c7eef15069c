package io.github.telnyxreactive.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Headers backed by a map. */
public final class TestHeaders implements Headers {

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private TestHeaders() {}

    /** Creates headers from alternating names and values. */
    public static TestHeaders of(String... namesAndValues) {
        TestHeaders headers = new TestHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.values
                    .computeIfAbsent(namesAndValues[i], name -> new ArrayList<>())
                    .add(namesAndValues[i + 1]);
        }
        return headers;
    }

    @Override
    public @Nullable String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }

    @Override
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }
}
