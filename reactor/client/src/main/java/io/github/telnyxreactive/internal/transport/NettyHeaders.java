package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.http.Headers;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The headers of a response, as a view of those of Netty. */
final class NettyHeaders implements Headers {

    private final HttpHeaders headers;

    NettyHeaders(HttpHeaders headers) {
        this.headers = headers;
    }

    @Override
    public @Nullable String first(String name) {
        return headers.get(name);
    }

    @Override
    public List<String> all(String name) {
        return List.copyOf(headers.getAll(name));
    }

    @Override
    public Set<String> names() {
        return Set.copyOf(headers.names());
    }

    @Override
    public String toString() {
        return headers.names().toString();
    }
}
