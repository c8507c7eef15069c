package io.github.telnyxreactive.simulator;

import io.github.telnyxreactive.simulator.internal.service.ServiceSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a simulator.
 *
 * @param service the settings of the simulated service
 * @param port the port to listen on, 0 for any free one
 * @param tls whether TLS is used
 * @param http2 whether HTTP/2 is offered when TLS is used
 * @param rateLimit the maximum number of requests in a window, {@code null} for no limit
 * @param rateWindow the length of a window
 * @param retryAfterOn429 whether a response to a request beyond the limit has a {@code Retry-After} header
 * @param recordedRequests the maximum number of requests to keep
 * @param rules the fault rules to start with
 * @param streamPause the pause between the parts of a streamed response
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
        List<FaultRule> rules,
        Duration streamPause) {}
