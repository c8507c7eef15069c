package io.github.telnyxreactive.internal.exchange;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes idempotency keys that no other client makes: 128 random bits, drawn once when the client is built and not on the
 * way of a call, and a number that counts up.
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
