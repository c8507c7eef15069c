package consumer;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.assistant.Assistant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Spring Boot 4 writes with Jackson 3, which knows the models. */
@RestController
class Assistants {

    private final TelnyxClient client;

    Assistants(TelnyxClient client) {
        this.client = client;
    }

    @GetMapping("/assistants")
    Flux<Assistant> list() {
        return client.ai().assistants().list();
    }
}
