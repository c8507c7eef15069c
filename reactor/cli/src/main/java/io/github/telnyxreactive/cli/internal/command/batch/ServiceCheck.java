package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.TelnyxClient;
import reactor.core.publisher.Mono;

/** What is asked of the service before anything else. */
public final class ServiceCheck {

    /** Takes about 8 s. */
    private static final int ATTEMPTS = 6;

    private ServiceCheck() {}

    /**
     * Checks that the service can be reached and accepts the API key. A batch keeps retrying during an outage, so without
     * this check a wrong URL would be noticed hours later.
     *
     * @param client the client
     * @return completes if so, else emits an error
     */
    public static Mono<Void> of(TelnyxClient client) {
        return client.withOptions(calls -> calls.withRetry(calls.retry().withMaxAttempts(ATTEMPTS)))
                .ai()
                .assistants()
                .tests()
                .testSuites()
                .list()
                .take(1)
                .then();
    }
}
