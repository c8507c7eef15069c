package io.github.telnyxreactive.webflux.catalogue;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.model.assistanttest.TelnyxConversationChannel;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Lists assistants and tests. Pages are requested under the demand of the caller, until it disconnects. */
@RestController
class CatalogueController {

    private final TelnyxClient client;

    CatalogueController(TelnyxClient client) {
        this.client = client;
    }

    @GetMapping(
            path = "/assistants",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    Flux<Assistant> assistants() {
        return client.ai().assistants().list();
    }

    @GetMapping(
            path = "/tests",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE})
    Flux<AssistantTest> tests(
            @RequestParam(name = "test_suite", required = false) @Nullable String suite,
            @RequestParam(name = "telnyx_conversation_channel", required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String destination,
            @RequestParam(name = "page_size", required = false) @Nullable Integer pageSize) {
        TestListParams params = new TestListParams(
                suite, channel == null ? null : new TelnyxConversationChannel(channel), destination, pageSize);
        return client.ai().assistants().tests().list(params);
    }
}
