package io.github.telnyxreactive.benchmarks;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.model.assistant.Assistant;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.Command;
import reactor.core.publisher.Flux;

/**
 * Measures the time from the head of a response to its first and its last element. The response is one list of some 20 MB,
 * decoded while its bytes arrive or read as a whole. The simulator runs in the same process.
 */
@Command(
        name = "first-element",
        description = "Measures the time to the first element of a long response.",
        mixinStandardHelpOptions = true)
public final class FirstElement implements Runnable {

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;
    private static final long BYTES = 20_000_000;
    private static final double NANOS_OF_MILLI = 1e6;

    private final Head head = new Head();

    /** Creates the command. */
    public FirstElement() {}

    @Override
    public void run() {
        try (Simulator simulator =
                Simulator.builder().unpagedAssistants(true).recordedRequests(10).start()) {
            int count = count();
            simulator.addAssistants(count);
            try (TelnyxClient client = TelnyxClient.builder()
                    .apiKey(simulator.apiKey())
                    .baseUrl(simulator.baseUrl())
                    .maxResponseBytes(Integer.MAX_VALUE / 4)
                    .responseTimeout(Duration.ofMinutes(1))
                    .listener(head)
                    .build()) {
                run(client, count);
            }
        }
    }

    /** Returns the number of assistants that make a list of the size. */
    private static int count() {
        try (Simulator simulator = Simulator.builder().unpagedAssistants(true).start();
                TelnyxClient client = TelnyxClient.builder()
                        .apiKey(simulator.apiKey())
                        .baseUrl(simulator.baseUrl())
                        .build()) {
            simulator.addAssistants(1);
            Assistant one = client.ai().assistants().list().blockLast();
            return (int) (BYTES / TelnyxJson.write(one).length);
        }
    }

    private void run(TelnyxClient client, int count) {
        Function<TelnyxClient, Flux<Assistant>> streamed =
                view -> view.ai().assistants().list();
        Function<TelnyxClient, Flux<Assistant>> whole =
                view -> view.ai().assistants().list().pages().concatMapIterable(page -> page.data());
        List<Times> ofStreamed = new ArrayList<>();
        List<Times> ofWhole = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            Times first = measure(streamed.apply(client), count);
            Times second = measure(whole.apply(client), count);
            if (round >= WARM_UP) {
                ofStreamed.add(first);
                ofWhole.add(second);
            }
        }
        System.out.println("| " + count + " assistants in one response | first element | last element |");
        System.out.println("|---|---|---|");
        print("decoded while the bytes arrive", ofStreamed);
        print("read as a whole", ofWhole);
    }

    private Times measure(Flux<Assistant> list, int count) {
        long[] first = new long[1];
        Long elements = list.doOnNext(assistant -> first[0] = first[0] == 0 ? System.nanoTime() : first[0])
                .count()
                .block();
        long end = System.nanoTime();
        if (elements == null || elements != count) {
            throw new IllegalStateException(elements + " elements instead of " + count);
        }
        return new Times(first[0] - head.at, end - head.at);
    }

    private static void print(String what, List<Times> times) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f ms | %.0f ms |%n",
                what,
                median(times.stream().mapToLong(Times::first).sorted().toArray()),
                median(times.stream().mapToLong(Times::last).sorted().toArray()));
    }

    private static double median(long[] sorted) {
        return sorted[sorted.length / 2] / NANOS_OF_MILLI;
    }

    /**
     * The times from the head of the response to elements, in nanoseconds.
     *
     * @param first to the first element
     * @param last to the last element
     */
    private record Times(long first, long last) {}

    /** Records when the head of a response has arrived. */
    private static final class Head implements CallListener {

        private volatile long at;

        @Override
        public void onResponse(String operation, int status) {
            at = System.nanoTime();
        }
    }
}
