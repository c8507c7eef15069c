package io.github.telnyxreactive.webflux.catalogue;

import io.github.telnyxreactive.webflux.client.Upstream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the service that the client calls, so that a simulation is not mistaken for Telnyx. */
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
