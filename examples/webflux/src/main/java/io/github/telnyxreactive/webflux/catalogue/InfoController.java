package io.github.telnyxreactive.webflux.catalogue;

import io.github.telnyxreactive.webflux.client.Upstream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what the service talks to, so that nobody takes a simulation for the real thing. */
@RestController
class InfoController {

    private final Upstream upstream;

    InfoController(Upstream upstream) {
        this.upstream = upstream;
    }

    @GetMapping(path = "/info", produces = MediaType.APPLICATION_JSON_VALUE)
    Upstream info() {
        return upstream;
    }
}
