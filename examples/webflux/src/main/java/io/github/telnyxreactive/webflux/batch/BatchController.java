package io.github.telnyxreactive.webflux.batch;

import io.github.telnyxreactive.webflux.event.Logged;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Starts batches, and returns their state or a stream of their changes. */
@RestController
class BatchController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Marks the end of the stream; never sent. */
    private static final ServerSentEvent<String> END =
            ServerSentEvent.<String>builder().build();

    private static final ServerSentEvent<String> HEARTBEAT =
            ServerSentEvent.<String>builder().comment("alive").build();

    private final Batches batches;
    private final BatchProperties properties;

    BatchController(Batches batches, BatchProperties properties) {
        this.batches = batches;
        this.properties = properties;
    }

    @PostMapping(path = "/batches", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<BatchCreated>> start(@RequestBody Mono<BatchRequest> body) {
        return body.flatMap(
                        request -> batches.start(request.validSuites(properties.maxSuites()), request.validVersion()))
                .map(started -> ResponseEntity.created(URI.create("/batches/" + started.id()))
                        .body(new BatchCreated(started.id())));
    }

    /** Lists the batches in memory, the newest first. */
    @GetMapping(path = "/batches", produces = MediaType.APPLICATION_JSON_VALUE)
    List<BatchSummary> list() {
        return batches.all().stream()
                .map(BatchRecord::summary)
                .sorted(Comparator.comparing(BatchSummary::startedAt).reversed())
                .toList();
    }

    @GetMapping(path = "/batches/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<BatchView> show(@PathVariable String id) {
        return batches.find(id).map(BatchRecord::view);
    }

    /**
     * Streams the events. Browsers reconnect after the end of a stream; one that has read everything gets status 204, which
     * ends its attempts.
     */
    @GetMapping(path = "/batches/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> events(
            @PathVariable String id, @RequestHeader(name = LAST_EVENT_ID, required = false) @Nullable String last) {
        return batches.find(id).map(batch -> {
            if (batch.isEnd(last)) {
                return ResponseEntity.noContent().build();
            }
            Flux<ServerSentEvent<String>> events = batch.events(last).map(logged -> event(batch, logged));
            return ResponseEntity.ok()
                    .header(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue())
                    .body(alive(events));
        });
    }

    /** Adds heartbeats, so that both sides detect a dead connection. They are dropped for a slow reader. */
    private Flux<ServerSentEvent<String>> alive(Flux<ServerSentEvent<String>> events) {
        Flux<ServerSentEvent<String>> heartbeats =
                Flux.interval(properties.heartbeat()).onBackpressureDrop().map(tick -> HEARTBEAT);
        return Flux.merge(1, events.concatWithValues(END), heartbeats).takeWhile(event -> event != END);
    }

    private static ServerSentEvent<String> event(BatchRecord batch, Logged<StreamEvent> logged) {
        return ServerSentEvent.<String>builder()
                .id(batch.eventId(logged))
                .event(logged.event().type())
                .data(logged.event().json())
                .build();
    }
}
