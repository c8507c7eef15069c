package io.github.telnyxreactive.cli.internal.command.doctor;

import io.github.telnyxreactive.http.Headers;
import java.time.Instant;

/**
 * What is kept of a successful response apart from its body.
 *
 * @param headers its headers
 * @param receivedAt when it was received, by the clock of this machine
 */
record Reply(Headers headers, Instant receivedAt) {}
