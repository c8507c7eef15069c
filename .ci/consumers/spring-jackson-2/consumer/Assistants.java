package consumer;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.json.TelnyxJson;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Spring Boot 3 writes with Jackson 2, which does not know the models. */
@RestController
class Assistants {

    private final TelnyxClient client;

    Assistants(TelnyxClient client) {
        this.client = client;
    }

    @GetMapping(path = "/assistants", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> list() {
        return client.ai().assistants().list().collectList().map(TelnyxJson::write);
    }
}
