package io.github.telnyxreactive.benchmarks;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.bulk.BatchEvent;
import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.BatchOptions;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.simulator.CreatedRun;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Measures the delay between the end of a run and its event, in a batch whose requests are limited to a low rate. The
 * simulator runs in the same process. Time may pass faster: rates are multiplied, and waits divided, by {@code --speed}; a
 * busy machine does not keep up with that.
 */
@Command(
        name = "event-delay",
        description = "Measures the delay between the end of a run and its event at a limited rate.",
        mixinStandardHelpOptions = true)
public final class EventDelay implements Runnable {

    private static final double NANOS_OF_SECOND = 1e9;
    private static final String LIST = "assistants.tests.testSuites.runs.list";
    private static final String TRIGGER = "assistants.tests.testSuites.runs.trigger";
    private static final String TESTS = "assistants.tests.list";

    @Option(names = "--suites", defaultValue = "500", description = "The number of suites.")
    private int suites;

    @Option(names = "--tests", defaultValue = "4-10", description = "The number of tests of a suite, at random.")
    private String tests = "4-10";

    @Option(names = "--run-seconds", defaultValue = "20-90", description = "How long runs take, at random.")
    private String runSeconds = "20-90";

    @Option(names = "--rate", defaultValue = "10", description = "Requests per second.")
    private int rate;

    @Option(
            names = "--seeds",
            defaultValue = "1,2,3,4,5",
            split = ",",
            description = "The seeds, all measured at the same time.")
    private List<Long> seeds = List.of();

    @Option(names = "--without-reading", description = "Do not read the tests of a suite before it is triggered.")
    private boolean withoutReading;

    @Option(names = "--speed", defaultValue = "1", description = "How fast time passes.")
    private int speed;

    /** Creates the command. */
    public EventDelay() {}

    @Override
    public void run() {
        System.out.println("| seed | runs | median | 95 % | worst | wall time | tests read | triggers | polls |"
                + " 429s | peak requests in a second | peak suites under way |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        Flux.fromIterable(seeds)
                .flatMapSequential(
                        seed -> Mono.fromCallable(() -> measure(seed)).subscribeOn(Schedulers.boundedElastic()))
                .doOnNext(System.out::println)
                .blockLast();
    }

    private String measure(long seed) {
        InstantSource clock = clock();
        int[] seconds = range(runSeconds);
        try (Simulator simulator = Simulator.builder()
                        .seed(seed)
                        .clock(clock)
                        .runDuration(Duration.ofSeconds(seconds[0]), Duration.ofSeconds(seconds[1]))
                        .recordedRequests(0)
                        .start();
                TelnyxClient client = TelnyxClient.builder()
                        .apiKey(simulator.apiKey())
                        .baseUrl(simulator.baseUrl())
                        .build()) {
            Random random = new Random(seed);
            int[] sizes = range(tests);
            for (int n = 0; n < suites; n++) {
                simulator.addSuite("suite-" + n, sizes[0] + random.nextInt(sizes[1] - sizes[0] + 1));
            }
            Map<String, Instant> events = new HashMap<>();
            Instant begin = clock.instant();
            client.ai()
                    .assistants()
                    .tests()
                    .batch(options())
                    .run(Flux.range(0, suites).map(n -> BatchItem.suite("suite-" + n)))
                    .ofType(BatchEvent.Finished.class)
                    .doOnNext(event -> events.put(event.run().runId(), clock.instant()))
                    .blockLast();
            return row(seed, simulator, events, Duration.between(begin, clock.instant()));
        }
    }

    private BatchOptions options() {
        PollingSchedule usual = PollingSchedule.defaults();
        BatchOptions defaults = BatchOptions.defaults();
        return BatchOptions.builder()
                .maxConcurrentRuns(BatchOptions.UNLIMITED)
                .readTests(!withoutReading)
                .rateLimit(RateLimit.perSecond((double) rate * speed).withBurst(Math.max(1, rate / 10)))
                .polling(new PollingSchedule(
                        usual.firstDelay().dividedBy(speed),
                        usual.maxDelay().dividedBy(speed),
                        usual.factor(),
                        usual.jitter()))
                .maxLag(defaults.maxLag().dividedBy(speed))
                .build();
    }

    private InstantSource clock() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        long nanos = System.nanoTime();
        return () -> start.plusNanos((System.nanoTime() - nanos) * speed);
    }

    private static int[] range(String text) {
        String[] ends = text.split("-", 2);
        return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])};
    }

    private static String row(long seed, Simulator simulator, Map<String, Instant> events, Duration wall) {
        List<CreatedRun> runs = simulator.createdRuns();
        double[] delays = runs.stream()
                .mapToDouble(run ->
                        Duration.between(run.endsAt(), events.get(run.runId())).toNanos() / NANOS_OF_SECOND)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.1f s | %.1f s | %.1f s | %d s | %d | %d | %d | %d | %d | %d |",
                seed,
                delays.length,
                delays[delays.length / 2],
                delays[delays.length * 95 / 100],
                delays[delays.length - 1],
                wall.toSeconds(),
                simulator.requestCount(TESTS),
                simulator.requestCount(TRIGGER),
                simulator.requestCount(LIST) + simulator.requestCount("assistants.tests.runs.retrieve"),
                simulator.responseCount(429),
                simulator.peakRequestsPerSecond(),
                peakUnderWay(runs));
    }

    /** Returns how many suites had runs that had not ended at the same time. */
    private static long peakUnderWay(List<CreatedRun> runs) {
        Map<String, Instant> ends = new HashMap<>();
        Map<String, Instant> starts = new HashMap<>();
        for (CreatedRun run : runs) {
            ends.merge(run.suiteRunId(), run.endsAt(), (one, other) -> one.isAfter(other) ? one : other);
            starts.putIfAbsent(run.suiteRunId(), run.createdAt());
        }
        return starts.values().stream()
                .mapToLong(at -> starts.entrySet().stream()
                        .filter(start -> !start.getValue().isAfter(at)
                                && ends.get(start.getKey()).isAfter(at))
                        .count())
                .max()
                .orElse(0);
    }
}
