package io.github.telnyxreactive.cli.internal.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The account that a journal is of: where its requests were sent, and a keyed fingerprint of the API key, from which the key
 * cannot be computed.
 *
 * @param baseUrl the URL of the service
 * @param salt the key of the fingerprint, random, in hexadecimal
 * @param fingerprint the HMAC-SHA-256 of the API key, in hexadecimal
 */
public record JournalAccount(String baseUrl, String salt, String fingerprint) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES_OF_SALT = 16;

    /**
     * Describes an account, with a new salt.
     *
     * @param baseUrl the URL of the service
     * @param apiKey the API key
     * @return the account
     */
    public static JournalAccount of(String baseUrl, String apiKey) {
        byte[] random = new byte[BYTES_OF_SALT];
        new SecureRandom().nextBytes(random);
        String salt = HexFormat.of().formatHex(random);
        return new JournalAccount(baseUrl, salt, fingerprint(salt, apiKey));
    }

    /**
     * Returns whether an API key is the one of the journal.
     *
     * @param apiKey the API key
     * @return whether its fingerprint is the same
     */
    public boolean isKey(String apiKey) {
        return MessageDigest.isEqual(
                fingerprint(salt, apiKey).getBytes(StandardCharsets.UTF_8),
                fingerprint.getBytes(StandardCharsets.UTF_8));
    }

    private static String fingerprint(String salt, String apiKey) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(apiKey.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
