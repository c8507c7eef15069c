package io.github.telnyxreactive.simulator;

import static io.github.telnyxreactive.simulator.Caller.ASSISTANTS;
import static io.github.telnyxreactive.simulator.Caller.SUITES;
import static io.github.telnyxreactive.simulator.Caller.TESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistanttest.AssistantTest;
import io.github.telnyxreactive.page.Page;
import io.github.telnyxreactive.page.PageMeta;
import io.github.telnyxreactive.simulator.junit.SimulatorExtension;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Lists that are too long to be held in memory. */
@ExtendWith(SimulatorExtension.class)
class LongListTest {

    private static final int MILLION = 1_000_000;
    private static final int MEGABYTE = 1 << 20;

    private static Page<AssistantTest> page(Caller caller, int number, String more) {
        return Caller.testPage(caller.get(TESTS + "?page%5Bsize%5D=100&page%5Bnumber%5D=" + number + more));
    }

    private static long usedMemory() {
        ManagementFactory.getMemoryMXBean().gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        return heap
                + ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                        .metric()
                        .usedDirectMemory();
    }

    /** Waits until less is used. Other threads may allocate just after a collection, but not for ever. */
    private static void awaitUsedMemory(long limit) {
        Await.until(() -> usedMemory() < limit);
    }

    @Test
    void aMillionGeneratedTestsTakeNoMemory(Simulator simulator) {
        Caller caller = new Caller(simulator);
        page(caller, 1, "");
        long before = usedMemory();

        simulator.addTests("large", MILLION);

        Set<String> names = new HashSet<>();
        for (int number = 1; number <= 10_000; number += 99) {
            Page<AssistantTest> page = page(caller, number, "");
            assertThat(page.meta()).isEqualTo(PageMeta.of(number, 100, 10_000, MILLION));
            assertThat(page.data()).hasSize(100);
            page.data().forEach(test -> names.add(test.name()));
        }
        assertThat(names).hasSize(102 * 100);
        assertThat(page(caller, 10_000, "&test_suite=large").data())
                .isEqualTo(page(caller, 10_000, "").data());
        assertThat(page(caller, 10_001, "").data()).isEmpty();
        names.clear();
        awaitUsedMemory(before + 10 * MEGABYTE);
    }

    @Test
    void generatedTestBehavesLikeAnyOther(Simulator simulator) {
        Caller caller = new Caller(simulator);
        List<AssistantTest> written = simulator.addSuite("checkout", 3);
        simulator.addTests("checkout", MILLION);
        AssistantTest last = simulator.addSuite("support", 1).get(0);
        AssistantTest test = page(caller, 5000, "").data().get(7);
        String path = TESTS + "/" + test.testId();

        assertThat(page(caller, 1, "").data()).startsWith(written.toArray(AssistantTest[]::new));
        assertThat(page(caller, 10_001, "").data()).hasSize(4).endsWith(last);
        assertThat(Caller.test(caller.get(path))).isEqualTo(test);
        String run = Caller.run(caller.post(path + "/runs", "")).runId();
        assertThat(Caller.run(caller.get(path + "/runs/" + run)).testId()).isEqualTo(test.testId());
        AssistantTest changed = Caller.test(caller.put(path, "{\"name\":\"other\",\"test_suite\":\"support\"}"));
        assertThat(changed.name()).isEqualTo("other");
        assertThat(page(caller, 5000, "").data().get(7)).isEqualTo(changed);
        assertThat(page(caller, 1, "&test_suite=support").data()).containsExactly(changed, last);
        assertThat(page(caller, 1, "&test_suite=checkout").meta().totalResults())
                .isEqualTo(MILLION + 2);
    }

    @Test
    void deletedTestsLeaveNoGapsInPages(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addTests("a", 1000);
        simulator.addTests("b", 1000);
        List<String> ids = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            page(caller, number, "").data().forEach(test -> ids.add(test.testId()));
        }
        for (int i : new int[] {1999, 1500, 1000, 999, 501, 500, 0}) {
            assertThat(caller.delete(TESTS + "/" + ids.get(i)).statusCode()).isEqualTo(200);
            assertThat(caller.delete(TESTS + "/" + ids.get(i)).statusCode()).isEqualTo(404);
            ids.remove(i);
        }

        List<String> left = new ArrayList<>();
        for (int number = 1; number <= 20; number++) {
            page(caller, number, "").data().forEach(test -> left.add(test.testId()));
        }
        assertThat(left).isEqualTo(ids);
        assertThat(page(caller, 10, "&test_suite=a").data()).hasSize(96);
        assertThat(page(caller, 1, "").meta().totalResults()).isEqualTo(1993);
        assertThat(page(caller, 1, "&destination=none").meta().totalResults()).isZero();
        assertThat(page(caller, 1, "&destination=%2B13125550007").data()).hasSize(2);
    }

    @Test
    void suiteOfGeneratedTestsDisappearsWithItsLastTest(Simulator simulator) {
        Caller caller = new Caller(simulator);
        simulator.addTests("checkout", 3);

        assertThat(Caller.runs(caller.post(SUITES + "/checkout/runs", ""))).hasSize(3);
        page(caller, 1, "").data().forEach(test -> caller.delete(TESTS + "/" + test.testId()));

        assertThat(caller.get(SUITES).body()).isEqualTo("{\"data\":[]}");
        assertThat(caller.post(SUITES + "/checkout/runs", "").statusCode()).isEqualTo(404);
    }

    @Test
    void invalidNumbersAndNamesAreRejected(Simulator simulator) {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addTests("a", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addTests("x".repeat(101), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.addAssistants(-1));
        simulator.addTests("empty", 0);
        assertThat(new Caller(simulator).get(SUITES).body()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void versionsOfGeneratedAssistantsExistUntilTheyAreDeleted(Simulator simulator) {
        Caller caller = new Caller(simulator);
        caller.assistant("\"x\":1");
        simulator.addAssistants(100);
        String path = ASSISTANTS + "/"
                + Caller.json(caller.get(ASSISTANTS))
                        .get("data")
                        .get(50)
                        .get("id")
                        .stringValue();
        String version = Caller.json(caller.get(path)).get("version_id").stringValue();
        String runs = TESTS + "/" + simulator.addSuite("s", 1).get(0).testId() + "/runs";
        String body = "{\"destination_version_id\":\"" + version + "\"}";

        assertThat(caller.post(runs, body).statusCode()).isEqualTo(201);
        assertThat(caller.post(path, "{\"name\":\"other\"}").statusCode()).isEqualTo(200);
        assertThat(caller.post(runs, body).statusCode()).isEqualTo(201);
        assertThat(caller.delete(path + "/versions/" + version).statusCode()).isEqualTo(204);
        assertThat(caller.post(runs, body).statusCode()).isEqualTo(400);
    }

    @Test
    void unpagedListHasAllElements() throws Exception {
        try (Simulator simulator = Simulator.builder().unpagedAssistants(true).start()) {
            Caller caller = new Caller(simulator);
            assertThat(caller.get(ASSISTANTS).body()).isEqualTo("{\"data\":[]}");
            simulator.addAssistants(1000);

            JsonNode list = Caller.json(caller.get(ASSISTANTS + "?page%5Bnumber%5D=7"));

            assertThat(list.propertyNames()).containsExactly("data");
            assertThat(list.get("data").values())
                    .extracting(assistant -> assistant.get("id").stringValue())
                    .hasSize(1000)
                    .doesNotHaveDuplicates();
            assertThat(simulator.cancelledLists()).isZero();
        }
    }

    @Test
    void unpagedListIsGeneratedAsItIsRead() throws Exception {
        try (Simulator simulator = Simulator.builder().unpagedAssistants(true).start()) {
            Caller caller = new Caller(simulator);
            simulator.addAssistants(MILLION);
            sendOtherRequests(caller);
            long before = usedMemory();

            try (RawConnection connection = RawConnection.withSmallBuffer(simulator)) {
                connection.send("GET", "/v2" + ASSISTANTS, "");
                assertThat(connection.read(4 * MEGABYTE)).hasSize(4 * MEGABYTE);
                sendOtherRequests(caller);
                awaitUsedMemory(before + 8 * MEGABYTE);
                assertThat(connection.read(4 * MEGABYTE)).hasSize(4 * MEGABYTE);
            }
        }
    }

    /** Gives the simulator the time to generate more than is read. */
    private static void sendOtherRequests(Caller caller) {
        for (int i = 0; i < 400; i++) {
            caller.get(SUITES);
        }
    }

    private static InputStream open(Caller caller, String path) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(caller.request("GET", path, null), BodyHandlers.ofInputStream())
                .body();
    }

    @Test
    void unpagedListStopsWhenTheClientDisconnects() throws Exception {
        try (Simulator simulator = Simulator.builder().unpagedAssistants(true).start()) {
            simulator.addAssistants(MILLION);
            try (RawConnection connection = new RawConnection(simulator)) {
                connection.send("GET", "/v2" + ASSISTANTS, "");
                assertThat(connection.read()).isEqualTo('H');
            }

            Await.until(() -> simulator.cancelledLists() == 1);
            assertThat(new Caller(simulator).get(TESTS).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void heldListSendsOneElementPerRelease(Simulator simulator) throws Exception {
        Caller caller = new Caller(simulator);
        List<AssistantTest> tests = simulator.addSuite("checkout", 3);
        simulator.holdLists();
        try (InputStream body = open(caller, TESTS)) {
            simulator.releaseListElement();
            read(body, "{\"data\":[", tests.get(0));
            assertThat(body.available()).isZero();
            simulator.releaseListElement();
            read(body, ",", tests.get(1));
            simulator.resumeLists();
            read(body, ",", tests.get(2));
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(
                            "],\"meta\":{\"page_number\":1,\"page_size\":20,\"total_pages\":1,\"total_results\":3}}");
        }
        assertThat(simulator.cancelledLists()).isZero();
    }

    private static void read(InputStream body, String before, AssistantTest test) throws IOException {
        byte[] expected = TelnyxJson.write(test);
        assertThat(body.readNBytes(before.length())).asString().isEqualTo(before);
        assertThat(body.readNBytes(expected.length)).isEqualTo(expected);
    }

    @Test
    void disconnectedClientDoesNotUseUpARelease(Simulator simulator) throws Exception {
        Caller caller = new Caller(simulator);
        simulator.addSuite("checkout", 2);
        simulator.holdLists();
        try (RawConnection connection = new RawConnection(simulator)) {
            connection.send("GET", "/v2" + TESTS, "");
            assertThat(connection.read()).isEqualTo('H');
        }
        Await.until(() -> simulator.cancelledLists() == 1);

        try (InputStream body = open(caller, SUITES)) {
            simulator.releaseListElement();
            assertThat(body.readAllBytes()).asString().isEqualTo("{\"data\":[\"checkout\"]}");
        }
        simulator.resumeLists();
        assertThat(page(caller, 1, "").data()).hasSize(2);
        assertThat(simulator.cancelledStreams()).isZero();
    }
}
