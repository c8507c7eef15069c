package io.github.telnyxreactive.simulator.internal.service;

import io.github.telnyxreactive.simulator.internal.store.Mode;
import io.github.telnyxreactive.simulator.internal.store.Modes;
import io.github.telnyxreactive.simulator.internal.store.SeededRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ensures that requests with the same {@code Idempotency-Key} have the effect of one. */
final class IdempotencyKeys {

    static final String HEADER = "idempotency-key";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Duration RETENTION = Duration.ofHours(24);

    private final InstantSource clock;
    private final Duration retention;
    private final Replays replays;
    private final Map<Scope, Attempt> attempts = new ConcurrentHashMap<>();
    private final Queue<Success> successes = new ConcurrentLinkedQueue<>();
    private final Set<Scope> forgotten = ConcurrentHashMap.newKeySet();

    IdempotencyKeys(Modes modes, SeededRandom random, InstantSource clock) {
        this.clock = clock;
        this.replays = new Replays(modes, random);
        this.retention = Objects.requireNonNullElse(modes.duration(Mode.FORGOTTEN_KEYS), RETENTION);
    }

    /**
     * Claims the key of a request. The key is claimed immediately; the request is handled when the returned supplier is
     * called.
     *
     * @param request the request
     * @param key the key of the request
     * @param handler handles the request, or the same one as a repetition of one that has been forgotten
     * @return supplies the response; must be called exactly once
     */
    Supplier<ServiceResponse> claim(
            ServiceRequest request, String key, Function<ServiceRequest, ServiceResponse> handler) {
        if (!KEY.matcher(key).matches()) {
            return () -> ServiceErrors.badRequest("The idempotency key is malformed");
        }
        removeExpired();
        Scope scope = new Scope(request.endpoint().method().name(), request.path(), key);
        Attempt claimed = new Attempt(request.body(), null);
        Attempt first = attempts.putIfAbsent(scope, claimed);
        if (first == null) {
            ServiceRequest handled = forgotten.contains(scope) ? request.repeatingForgotten() : request;
            return () -> handle(scope, claimed, () -> handler.apply(handled));
        }
        ServiceResponse response = responseTo(request, first);
        return () -> response;
    }

    private ServiceResponse handle(Scope scope, Attempt claimed, Supplier<ServiceResponse> handler) {
        ServiceResponse response = null;
        try {
            response = handler.get();
            return response;
        } finally {
            if (response != null && response.isSuccess()) {
                attempts.put(scope, new Attempt(claimed.body, response));
                successes.add(new Success(scope, clock.instant().plus(retention)));
            } else {
                attempts.remove(scope);
            }
        }
    }

    private void removeExpired() {
        Instant now = clock.instant();
        Success oldest = successes.peek();
        while (oldest != null && !now.isBefore(oldest.expiry)) {
            // Another thread may be doing the same; only one of them removes each entry.
            if (successes.remove(oldest)) {
                forgotten.add(oldest.scope);
                attempts.remove(oldest.scope);
            }
            oldest = successes.peek();
        }
    }

    private record Scope(String method, String path, String key) {}

    private record Success(Scope scope, Instant expiry) {}

    /** Responds to a request that repeats one whose key is known. */
    private ServiceResponse responseTo(ServiceRequest request, Attempt first) {
        if (!Arrays.equals(first.body, request.body())) {
            return ServiceErrors.keyReused();
        }
        ServiceResponse response = first.response;
        if (response == null || isUnderWay(response)) {
            return ServiceErrors.keyInProgress();
        }
        return replays.of(request, response).withHeader("idempotent-replayed", "true");
    }

    private boolean isUnderWay(ServiceResponse response) {
        Instant due = response.due();
        return due != null && clock.instant().isBefore(due);
    }

    /** The first request with a key, and its response once there is one. */
    private record Attempt(byte[] body, @Nullable ServiceResponse response) {}
}
