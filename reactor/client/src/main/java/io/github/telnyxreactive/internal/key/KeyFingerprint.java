package io.github.telnyxreactive.internal.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether two API keys are the same without keeping either. */
public final class KeyFingerprint {

    private static final String ALGORITHM = "HmacSHA256";

    private KeyFingerprint() {}

    /**
     * Computes the fingerprint of a key.
     *
     * @param apiKey the key
     * @param salt random bytes in hexadecimal digits
     * @return the HMAC-SHA-256 of the key with the salt as its key, in hexadecimal digits
     */
    public static String of(String apiKey, String salt) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(apiKey.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
