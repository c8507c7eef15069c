package io.github.telnyxreactive.simulator.internal.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sees to it that requests with the same {@code Idempotency-Key} have one effect. */
final class IdempotencyKeys {

    static final String HEADER = "idempotency-key";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final Duration KEPT = Duration.ofHours(24);

    private final InstantSource clock;
    private final Map<Scope, Attempt> attempts = new ConcurrentHashMap<>();
    private final Queue<Success> successes = new ConcurrentLinkedQueue<>();

    IdempotencyKeys(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Claims the key of a request at once; the request itself is handled when the result is asked for its answer.
     *
     * @param request the request
     * @param key its key
     * @param handling handles the request
     * @return gives the answer, to be asked exactly once
     */
    Supplier<ServiceResponse> claim(ServiceRequest request, String key, Supplier<ServiceResponse> handling) {
        if (!KEY.matcher(key).matches()) {
            return () -> ErrorAnswers.badRequest("The idempotency key is malformed");
        }
        forgetExpired();
        Scope scope = new Scope(request.endpoint().method().name(), request.path(), key);
        Attempt claimed = new Attempt(request.body(), null);
        Attempt first = attempts.putIfAbsent(scope, claimed);
        if (first == null) {
            return () -> carryOut(scope, claimed, handling);
        }
        ServiceResponse answer = first.answerTo(request.body());
        return () -> answer;
    }

    private ServiceResponse carryOut(Scope scope, Attempt claimed, Supplier<ServiceResponse> handling) {
        ServiceResponse answer = null;
        try {
            answer = handling.get();
            return answer;
        } finally {
            if (answer != null && answer.isSuccess()) {
                attempts.put(scope, new Attempt(claimed.body, answer));
                successes.add(new Success(scope, clock.instant().plus(KEPT)));
            } else {
                attempts.remove(scope);
            }
        }
    }

    private void forgetExpired() {
        Instant now = clock.instant();
        Success oldest = successes.peek();
        while (oldest != null && !now.isBefore(oldest.expiry)) {
            // Another thread may be at the same; only one of them gets each entry.
            if (successes.remove(oldest)) {
                attempts.remove(oldest.scope);
            }
            oldest = successes.peek();
        }
    }

    private record Scope(String method, String path, String key) {}

    private record Success(Scope scope, Instant expiry) {}

    /** A first request, and its answer as soon as there is one. */
    private record Attempt(byte[] body, @Nullable ServiceResponse answer) {

        ServiceResponse answerTo(byte[] repeated) {
            if (!Arrays.equals(body, repeated)) {
                return ErrorAnswers.keyReused();
            }
            return answer == null ? ErrorAnswers.keyInProgress() : answer.withHeader("idempotent-replayed", "true");
        }
    }
}
