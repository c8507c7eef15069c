package io.github.telnyxreactive.internal.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Derives idempotency keys from what makes a request: equal parts give equal keys, different parts give different ones. */
public final class KeyDigest {

    private static final String PREFIX = "telnyx-reactive-";

    private KeyDigest() {}

    /**
     * Derives a key.
     *
     * @param parts the parts, in order
     * @return a key of 80 characters
     */
    public static String of(List<String> parts) {
        return PREFIX + HexFormat.of().formatHex(bytes(parts));
    }

    /**
     * Returns the digest of which keys are made.
     *
     * @param parts the parts, in order
     * @return 32 bytes
     */
    public static byte[] bytes(List<String> parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length before each part makes the bytes of different parts different.
            digest.update(HexFormat.of().toHexDigits(bytes.length).getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
