package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ServiceSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator is set up.
 *
 * @param service how the service behind it is set up
 * @param port the port to listen on, 0 for any
 * @param tls whether connections are encrypted
 * @param http2 whether HTTP/2 is offered on encrypted connections
 * @param rateLimit how many requests a window allows, {@code null} for no limit
 * @param rateWindow how long a window is
 * @param retryAfterOn429 whether a request beyond the limit is told how long to wait
 * @param recordedRequests how many requests are kept
 * @param streamPause how long to wait between the parts of a streamed answer
 */
record Settings(
        ServiceSettings service,
        int port,
        boolean tls,
        boolean http2,
        @Nullable Integer rateLimit,
        Duration rateWindow,
        boolean retryAfterOn429,
        int recordedRequests,
        Duration streamPause) {}
