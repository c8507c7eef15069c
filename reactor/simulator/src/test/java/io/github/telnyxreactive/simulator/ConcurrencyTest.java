package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
class ConcurrencyTest {

    @Test
    void noRunRemainsOfADeletedTest(Simulator simulator) {
        Caller caller = new Caller(simulator);
        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (AssistantTest test : simulator.addSuite("checkout", 60)) {
            responses.add(caller.sendAsync("POST", SUITES + "/checkout/runs", ""));
            responses.add(caller.sendAsync("DELETE", TESTS + "/" + test.testId(), null));
            responses.add(caller.sendAsync("POST", TESTS + "/" + test.testId() + "/runs", ""));
        }
        responses.forEach(CompletableFuture::join);

        assertThat(simulator.runs()).isEmpty();
        assertThat(Caller.runPage(caller.get(SUITES + "/checkout/runs")).meta().totalResults())
                .isZero();
        assertThat(Caller.testPage(caller.get(TESTS)).meta().totalResults()).isZero();
    }

    @Test
    void concurrentUpdatesLeaveATestInOneSuite(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = TESTS + "/" + simulator.addSuite("s0", 1).get(0).testId();

        IntStream.range(0, 100)
                .mapToObj(i -> caller.sendAsync("PUT", path, "{\"test_suite\":\"s" + i % 5 + "\"}"))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(Caller.json(caller.get(SUITES)).get("data")).hasSize(1);
        assertThat(Caller.testPage(caller.get(TESTS)).meta().totalResults()).isEqualTo(1);
    }

    @Test
    void noConcurrentUpdateIsLost(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"x\":1");
        List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            responses.add(caller.sendAsync("POST", path, "{\"greeting\":\"" + i + "\"}"));
            responses.add(caller.sendAsync("POST", path + "/tags", "{\"tag\":\"t" + i + "\"}"));
        }
        responses.forEach(CompletableFuture::join);

        assertThat(Caller.json(caller.get(path + "/versions")).get("data").size())
                .isEqualTo(51);
        assertThat(Caller.json(caller.get(path)).get("tags").size()).isEqualTo(50);
    }

    @Test
    void onlyOneOfManyCanaryDeploysIsCreated(Simulator simulator) {
        Caller caller = new Caller(simulator);
        String path = caller.assistant("\"x\":1");
        String version = Caller.json(caller.get(path)).get("version_id").stringValue();
        String body = "{\"rules\":[{\"serve\":{\"version_id\":\"" + version + "\"}}]}";

        List<Integer> statuses =
                IntStream.range(0, 40)
                        .mapToObj(i -> caller.sendAsync("POST", path + "/canary-deploys", body))
                        .toList()
                        .stream()
                        .map(response -> response.join().statusCode())
                        .toList();

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }
}
