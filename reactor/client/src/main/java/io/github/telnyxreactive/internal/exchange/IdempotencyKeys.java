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
    private final String salt;
    private final AtomicLong count = new AtomicLong();

    IdempotencyKeys() {
        byte[] random = new byte[16];
        SecureRandom source = new SecureRandom();
        source.nextBytes(random);
        byte[] other = new byte[16];
        source.nextBytes(other);
        this.salt = HexFormat.of().formatHex(other);
        this.prefix = "telnyx-reactive-" + HexFormat.of().formatHex(random) + "-";
    }

    /** Returns random bytes in hexadecimal digits, which say nothing about the keys. */
    String salt() {
        return salt;
    }

    String next() {
        return prefix + count.incrementAndGet();
    }
}
