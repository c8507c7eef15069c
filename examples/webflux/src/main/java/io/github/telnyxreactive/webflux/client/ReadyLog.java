package io.github.telnyxreactive.webflux.client;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in one line where the service listens and what it talks to. */
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
                "Listening at http://localhost:{}, in front of {}{}",
                event.getWebServer().getPort(),
                upstream.simulated() ? "the simulator at " : "",
                upstream.baseUrl());
    }
}
