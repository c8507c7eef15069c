package io.github.telnyxreactive.internal.exchange;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Generates idempotency keys that no other client generates: 128 random bits, which are drawn once when the client is
 * built since that may block, and a counter.
 */
final class IdempotencyKeys {

    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    IdempotencyKeys() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        this.prefix = "telnyx-reactive-" + HexFormat.of().formatHex(random) + "-";
    }

    String next() {
        return prefix + count.incrementAndGet();
    }
}
