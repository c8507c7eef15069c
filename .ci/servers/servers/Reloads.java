package servers;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A gateway that is reloaded while it is called, and then closes all its connections. With HTTP/1.1 it may close one on
 * which a request is on its way: whoever may not repeat that request is told that its outcome is unknown.
 */
final class Reloads {

    private static final int COUNT = 4000;
    private static final int RELOADS = 8;

    private final Simulator simulator;
    private final Nginx nginx;
    private final Clients clients;
    private final boolean http2;

    Reloads(Simulator simulator, Nginx nginx, Clients clients, boolean http2) {
        this.simulator = simulator;
        this.nginx = nginx;
        this.clients = clients;
        this.http2 = http2;
    }

    void check() {
        simulator.clearRequests();
        nginx.forget();
        AtomicInteger unknown = new AtomicInteger();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        try (TelnyxClient client = clients.to(nginx.port(), http2).build()) {
            String assistant =
                    client.ai().assistants().list().blockFirst(Check.LIMIT).id();
            Flux.range(0, COUNT)
                    .doOnNext(n -> {
                        if (n % (COUNT / RELOADS) == COUNT / RELOADS / 2) {
                            Schedulers.boundedElastic().schedule(nginx::reload);
                        }
                    })
                    .flatMap(
                            n -> Posts.post(client, assistant, n)
                                    .filter(reply -> !Posts.mark(reply).equals("mark-" + n))
                                    .doOnNext(reply -> wrong.add(n + " was answered with " + reply))
                                    .onErrorResume(error -> {
                                        if (isUnknown(error)) {
                                            unknown.incrementAndGet();
                                        } else {
                                            wrong.add(n + ": " + error);
                                        }
                                        return Mono.empty();
                                    }),
                            64)
                    .blockLast(Check.LIMIT);
        }
        String protocol = Clients.protocol(http2);
        Check.that(wrong.isEmpty(), () -> protocol + ": " + wrong.size() + " POSTs failed, as " + wrong.peek());
        long workers =
                nginx.requests().stream().map(Nginx.Request::worker).distinct().count();
        Check.that(workers > 1, () -> "nginx was not reloaded");
        Map<String, Integer> messages = marks("assistants.chat");
        messages.values()
                .forEach(times -> Check.equal(times, 1, protocol + ": times that a message came to the service"));
        Check.that(
                messages.size() >= COUNT / 2 - unknown.get(),
                () -> protocol + ": " + messages.size() + " messages at the service, and " + unknown + " unknown");
        Check.equal(marks("assistants.tests.create").size(), COUNT / 2, protocol + ": tests created");
        System.out.println(protocol + ": " + COUNT + " POSTs to " + workers + " processes of nginx after one another, "
                + unknown + " with an outcome that is said to be unknown");
    }

    private static boolean isUnknown(Throwable error) {
        return error instanceof TelnyxException failure
                && "assistants.chat".equals(failure.operation())
                && !failure.isOutcomeKnown();
    }

    private Map<String, Integer> marks(String operation) {
        Map<String, Integer> marks = new HashMap<>();
        simulator.requests(operation).forEach(request -> marks.merge(Posts.mark(request.text()), 1, Integer::sum));
        return marks;
    }
}
