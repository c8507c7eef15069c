package io.github.telnyxreactive.http;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of an answer. Names are looked up whatever their case. */
public interface Headers {

    /**
     * Returns the first value of a header.
     *
     * @param name the name of the header
     * @return the value, or {@code null} if the answer has no such header
     */
    @Nullable String first(String name);

    /**
     * Returns all values of a header.
     *
     * @param name the name of the header
     * @return the values in the order they came, empty if the answer has no such header
     */
    List<String> all(String name);

    /**
     * Returns the names of all headers.
     *
     * @return the names as they came
     */
    Set<String> names();
}
