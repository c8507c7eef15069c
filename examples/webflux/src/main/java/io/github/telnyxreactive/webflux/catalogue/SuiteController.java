package io.github.telnyxreactive.webflux.catalogue;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.resource.AssistantTests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists the suites, the first of them with the number of their tests, which takes a call for each suite. */
@RestController
class SuiteController {

    private static final Logger log = LoggerFactory.getLogger(SuiteController.class);

    private static final int COUNTED_SUITES = 100;
    private static final int CONCURRENT_COUNTS = 8;

    private final AssistantTests tests;

    SuiteController(TelnyxClient client) {
        this.tests = client.ai().assistants().tests();
    }

    @GetMapping(path = "/suites", produces = MediaType.APPLICATION_JSON_VALUE)
    Flux<Suite> suites() {
        return tests.testSuites()
                .list()
                .index()
                .flatMapSequential(
                        indexed -> indexed.getT1() < COUNTED_SUITES
                                ? counted(indexed.getT2())
                                : Mono.just(new Suite(indexed.getT2(), null)),
                        CONCURRENT_COUNTS,
                        1);
    }

    private Mono<Suite> counted(String name) {
        TestListParams oneOfSuite =
                TestListParams.builder().testSuite(name).pageSize(1).build();
        return tests.list(oneOfSuite)
                .pages()
                .next()
                .mapNotNull(page -> {
                    PageMeta meta = page.meta();
                    return meta == null ? null : meta.totalResults();
                })
                .map(total -> new Suite(name, total))
                .onErrorResume(error -> {
                    log.warn("The tests of a suite could not be counted: {}", error.toString());
                    return Mono.empty();
                })
                .defaultIfEmpty(new Suite(name, null));
    }
}
