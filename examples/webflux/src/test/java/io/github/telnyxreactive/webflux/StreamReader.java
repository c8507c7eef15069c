package io.github.telnyxreactive.webflux;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.telnyxreactive.json.TelnyxJson;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** A reader of the events of a batch, which reconnects with the id of the last event as a browser does, and keeps the state. */
final class StreamReader {

    private final Map<String, JsonNode> runs = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private @Nullable String lastId;
    private @Nullable JsonNode end;
    private int snapshots;

    /** Reads what comes until the stream ends, or breaks off. */
    Mono<Void> read(String service, URI batch) {
        return events(service, batch)
                .filter(event -> event.data() != null)
                .doOnNext(this::accept)
                .then()
                .onErrorComplete();
    }

    private Flux<ServerSentEvent<String>> events(String service, URI batch) {
        return WebClient.create(service)
                .get()
                .uri(batch + "/events")
                .headers(headers -> {
                    if (lastId != null) {
                        headers.set("Last-Event-ID", lastId);
                    }
                })
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<ServerSentEvent<String>>() {});
    }

    private synchronized void accept(ServerSentEvent<String> event) {
        JsonNode data = TelnyxJson.read(Objects.requireNonNull(event.data()).getBytes(UTF_8), JsonNode.class);
        String id = Objects.requireNonNull(event.id());
        if ("snapshot".equals(event.event())) {
            snapshots++;
            runs.clear();
            data.get("runs").forEach(this::put);
        } else if (!ids.add(id)) {
            throw new AssertionError("event " + id + " was received twice");
        } else if ("run".equals(event.event())) {
            put(data.get("run"));
        } else if ("done".equals(event.event())) {
            end = data;
        }
        lastId = id;
    }

    private void put(JsonNode run) {
        runs.put(run.get("run_id").asString(), run);
    }

    /** Returns the runs as last seen. */
    synchronized Map<String, JsonNode> runs() {
        return Map.copyOf(runs);
    }

    /** Returns how many snapshots were received. */
    synchronized int snapshots() {
        return snapshots;
    }

    /** Returns the last event, {@code null} if it was not received yet. */
    synchronized @Nullable JsonNode end() {
        return end;
    }
}
