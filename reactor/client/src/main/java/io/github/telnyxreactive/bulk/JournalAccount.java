package io.github.telnyxreactive.bulk;

/**
 * The account in which a batch runs, as its journal names it: by the address of the service, and by a fingerprint of the key,
 * from which the key cannot be found out.
 *
 * @param address the base URL of the service
 * @param salt random bytes in hexadecimal digits
 * @param fingerprint the HMAC-SHA-256 of the API key with the salt as its key, in hexadecimal digits
 */
public record JournalAccount(String address, String salt, String fingerprint) {}
