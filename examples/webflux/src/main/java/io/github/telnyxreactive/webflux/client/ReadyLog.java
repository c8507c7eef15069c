package io.github.telnyxreactive.webflux.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Logs where the service listens and what the client calls. */
@Component
class ReadyLog {

    private static final Logger log = LoggerFactory.getLogger(ReadyLog.class);

    private final Upstream upstream;

    ReadyLog(Upstream upstream) {
        this.upstream = upstream;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        log.info(
                "Listening on http://localhost:{}, calling {}{}",
                event.getWebServer().getPort(),
                upstream.simulated() ? "the simulator at " : "",
                upstream.baseUrl());
    }
}
