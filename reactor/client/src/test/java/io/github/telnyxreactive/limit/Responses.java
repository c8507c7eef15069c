package io.github.telnyxreactive.limit;

import io.github.telnyxreactive.error.ApiException;
import io.github.telnyxreactive.error.FailedCall;
import io.github.telnyxreactive.http.Headers;
import io.github.telnyxreactive.http.RateLimitHeaders;
import io.github.telnyxreactive.internal.error.ErrorResponses;
import io.github.telnyxreactive.internal.error.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates responses of a service. */
final class Responses {

    private Responses() {}

    static ApiException failure(int status, Map<String, String> headers) {
        return ErrorResponses.toException(
                FailedCall.none(), status, new MapHeaders(headers), new byte[0], new Excerpt(""), Instant.EPOCH);
    }

    static RateLimitHeaders limit(long limit, long remaining, Duration reset) {
        return new RateLimitHeaders(limit, remaining, reset);
    }

    private record MapHeaders(Map<String, String> values) implements Headers {

        @Override
        public @Nullable String first(String name) {
            return values.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public List<String> all(String name) {
            String value = first(name);
            return value == null ? List.of() : List.of(value);
        }

        @Override
        public Set<String> names() {
            return values.keySet();
        }
    }
}
