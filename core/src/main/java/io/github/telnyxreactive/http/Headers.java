package io.github.telnyxreactive.http;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of a response. Names are not case-sensitive. */
public interface Headers {

    /**
     * Returns the first value of a header.
     *
     * @param name the name of the header
     * @return the value, or {@code null} if the response has no such header
     */
    @Nullable String first(String name);

    /**
     * Returns all values of a header.
     *
     * @param name the name of the header
     * @return the values in the order of the response, empty if it has no such header
     */
    List<String> all(String name);

    /**
     * Returns the names of all headers.
     *
     * @return the names as received
     */
    Set<String> names();
}
