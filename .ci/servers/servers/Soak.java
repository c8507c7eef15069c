package servers;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.resource.Assistants;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls nginx for a long time over both protocols, with lists, cancellations, faults, connections that nginx leaves and
 * clients that are closed, and looks at what a process holds whenever it is at rest: it must not grow.
 */
public final class Soak {

    private static final int CALLS_IN_A_TURN = 4_000;
    private static final int WARM_UP = 6;

    private final LongAdder completed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder cancelled = new LongAdder();

    private Soak() {}

    /**
     * Runs the check.
     *
     * @param arguments the folder with the certificate, the configuration of nginx, and the number of seconds
     */
    public static void main(String[] arguments) throws Exception {
        new Soak().run(Path.of(arguments[0]), Path.of(arguments[1]), Duration.ofSeconds(Long.parseLong(arguments[2])));
        // The event loops of Reactor Netty do not end by themselves.
        System.exit(0);
    }

    private void run(Path work, Path configuration, Duration duration) throws Exception {
        Clients clients = new Clients(work);
        List<Held> held = new ArrayList<>();
        try (Simulator simulator = Simulator.start();
                Nginx nginx = Nginx.start(
                        configuration, work, URI.create(simulator.baseUrl()).getPort())) {
            simulator.addAssistants(60);
            for (Fault fault : List.of(
                    Fault.internalServerError(),
                    Fault.tooManyRequests(Duration.ZERO),
                    Fault.resetBeforeProcessing(),
                    Fault.truncatedBody(),
                    Fault.garbage())) {
                simulator.inject(FaultRule.onAny().probability(0.01).inject(fault));
            }
            try (TelnyxClient first = client(clients, nginx, false);
                    TelnyxClient second = client(clients, nginx, true)) {
                long end = System.nanoTime() + duration.toNanos();
                while (System.nanoTime() < end || held.size() < 3 * WARM_UP) {
                    turn(clients, nginx, first, second);
                    simulator.clearRequests();
                    held.add(Held.now());
                }
            }
        }
        report(held.subList(WARM_UP, held.size()));
    }

    private static TelnyxClient client(Clients clients, Nginx nginx, boolean http2) {
        return clients.to(nginx.port(), http2).maxConnections(16).build();
    }

    private void turn(Clients clients, Nginx nginx, TelnyxClient first, TelnyxClient second) {
        boolean http2 = ThreadLocalRandom.current().nextBoolean();
        try (TelnyxClient closed = client(clients, nginx, http2)) {
            Flux<?> some = calls(closed, 200);
            Mono<Void> close = Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(200)))
                    .then(Mono.fromRunnable(closed::close));
            Flux.merge(calls(first, CALLS_IN_A_TURN / 2), calls(second, CALLS_IN_A_TURN / 2), some, close)
                    .blockLast(Check.LIMIT);
        }
        for (TelnyxClient client : List.of(first, second)) {
            Check.eventually(
                    () -> client.pool().acquired() == 0 && client.pool().pending() == 0,
                    () -> "not at rest: " + client.pool());
        }
    }

    private Flux<?> calls(TelnyxClient client, int count) {
        return Flux.range(0, count).flatMap(n -> call(client.ai().assistants(), n), 64);
    }

    private Mono<Void> call(Assistants assistants, int n) {
        Flux<?> call = switch (n % 4) {
            case 0 -> assistants.list();
            case 1 -> assistants.list().take(5);
            default -> assistants.retrieve("none-" + n).flux();
        };
        Flux<?> limited = n % 5 == 0
                ? call.takeUntilOther(
                        Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(20))))
                : call;
        (n % 5 == 0 ? cancelled : completed).increment();
        return limited.doOnError(error -> failed.increment()).onErrorComplete().then();
    }

    private void report(List<Held> held) {
        System.out.println(completed + " calls, " + cancelled + " more with a limit of up to 20 ms, " + failed
                + " with an error; at rest after " + held.size() + " turns:");
        System.out.println("| | first third | last third |\n|---|---:|---:|");
        int third = held.size() / 3;
        List<Held> begin = held.subList(0, third);
        List<Held> end = held.subList(held.size() - third, held.size());
        flat("heap, KiB", begin, end, Held::heap, 8 * 1024);
        flat("direct memory, KiB", begin, end, Held::direct, 16 * 1024);
        flat("descriptors", begin, end, Held::descriptors, 40);
        flat("threads", begin, end, Held::threads, 4);
    }

    private static void flat(
            String name, List<Held> begin, List<Held> end, ToLongFunction<Held> value, long tolerance) {
        long before = begin.stream().mapToLong(value).max().orElseThrow();
        long after = end.stream().mapToLong(value).max().orElseThrow();
        System.out.println("| " + name + ", at most | " + before + " | " + after + " |");
        Check.that(after <= before + tolerance, () -> name + " has grown from " + before + " to " + after);
    }

    /** What this process holds. */
    private record Held(long heap, long direct, long descriptors, long threads) {

        static Held now() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                            .mapToLong(BufferPoolMXBean::getMemoryUsed)
                            .sum()
                    + io.netty.buffer.PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
            UnixOperatingSystemMXBean system =
                    (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Held(
                    (runtime.totalMemory() - runtime.freeMemory()) / 1024,
                    direct / 1024,
                    system.getOpenFileDescriptorCount(),
                    ManagementFactory.getThreadMXBean().getThreadCount());
        }
    }
}
