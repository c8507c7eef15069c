package servers;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Calls servers of Node, each of which does something that servers may do. */
public final class NodeCheck {

    private static final AssistantChatRequest MESSAGE = AssistantChatRequest.builder()
            .content("Hello")
            .conversationId("conversation")
            .build();

    private final NodeServers node;
    private final Clients clients;

    private NodeCheck(NodeServers node, Clients clients) {
        this.node = node;
        this.clients = clients;
    }

    /**
     * Runs the check.
     *
     * @param arguments the folder with the certificate, and the script for Node
     */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        try (NodeServers node = NodeServers.start(Path.of(arguments[1]), work)) {
            NodeCheck check = new NodeCheck(node, new Clients(work));
            check.earlyHints(false);
            check.earlyHints(true);
            check.refusedStreams();
            check.connectionsThatAreLeft(4);
            check.connectionsThatAreLeft(512);
            check.unreadLists();
            Assistants.check("Node", check.clients, node.port("lists"));
            check.twoStreams();
            check.cancelledCalls(false);
            check.cancelledCalls(true);
            check.callsCancelledInTheQueue(false);
            check.callsCancelledInTheQueue(true);
        }
        // The event loops of Reactor Netty do not end by themselves.
        System.exit(0);
    }

    private TelnyxClientBuilder to(String server, boolean http2) {
        return clients.to(node.port(server), http2);
    }

    /** Sends a message to an assistant whose id the reply repeats: it has no idempotency key, and is not repeated. */
    private static Mono<String> post(TelnyxClient client, String id) {
        return client.ai().assistants().chat(id, MESSAGE).map(reply -> reply.content());
    }

    /** Requires that each call gets its own answer. */
    private static void all(String what, Flux<String> ids, Calls calls, int concurrency) {
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        ids.flatMap(
                        id -> calls.call(id)
                                .switchIfEmpty(Mono.just("nothing"))
                                .filter(answer -> !answer.equals(id))
                                .doOnNext(answer -> wrong.add(id + " was answered with " + answer))
                                .onErrorResume(error -> {
                                    wrong.add(id + ": " + error);
                                    return Mono.empty();
                                }),
                        concurrency)
                .blockLast(Check.LIMIT);
        Check.that(wrong.isEmpty(), () -> what + ": " + wrong.size() + " calls failed, as " + wrong.peek());
    }

    private static Flux<String> ids(String prefix, int count) {
        return Flux.range(0, count).map(n -> prefix + "-" + n);
    }

    private void earlyHints(boolean http2) {
        int count = 1000;
        try (TelnyxClient client = to("hints", http2).build()) {
            all(
                    "103",
                    ids("read", count),
                    id -> client.ai().assistants().retrieve(id).map(each -> each.id()),
                    16);
            all("103", ids("write", count), id -> post(client, id), 16);
        }
        // HTTP/1.1 is what was negotiated, by a server that speaks both.
        Check.equal(node.count("hints", http2 ? "http2" : "http1"), 2 * count, "requests to the server with hints");
        System.out.println(Clients.protocol(http2) + ": 103 passed over " + 2 * count + " times");
    }

    private void refusedStreams() {
        int count = 2000;
        Sent sent = new Sent();
        try (TelnyxClient client = to("refused", true).listener(sent).build()) {
            all("REFUSED_STREAM", ids("mark", count), id -> post(client, id), 64);
        }
        int refused = node.count("refused", "refused");
        Check.equal(node.count("refused", "processed"), count, "messages that were not refused");
        Check.equal(node.count("refused", "doubled"), 0, "messages that came twice");
        Check.equal(sent.count(), count + refused, "messages sent, with the refused ones");
        Check.that(refused >= count / 3, () -> "only " + refused + " were refused");
        System.out.println("HTTP/2: " + count + " POSTs processed once, and " + refused + " refused by Node");
    }

    private void connectionsThatAreLeft(int connections) {
        int count = 1000;
        int processed = node.count("goaway", "processed");
        int left = node.count("goaway", "left");
        int abandoned = node.count("goaway", "abandoned") + node.count("goaway", "late");
        String prefix = "mark-" + connections;
        try (TelnyxClient client =
                to("goaway", true).maxConnections(connections).build()) {
            all("GOAWAY", ids(prefix, count), id -> post(client, id), 64);
        }
        Check.equal(node.count("goaway", "processed") - processed, count, "messages that were processed");
        Check.equal(node.count("goaway", "doubled"), 0, "messages that came twice");
        int allLeft = node.count("goaway", "left") - left;
        int allAbandoned = node.count("goaway", "abandoned") + node.count("goaway", "late") - abandoned;
        Check.that(allLeft > 0, () -> "no connection was left");
        // Each connection that is left would otherwise be one less, until there is none.
        Check.that(connections > 4 || allLeft > connections && allAbandoned > 0, () -> "too few connections were left");
        System.out.println("HTTP/2: " + count + " POSTs processed once, over up to " + connections
                + " connections at a time; Node left " + allLeft + " of them, and " + allAbandoned + " POSTs");
    }

    private void unreadLists() throws InterruptedException {
        for (int connections : new int[] {1, 512}) {
            int readers = 100;
            Disposable.Composite lists = Disposables.composite();
            try (TelnyxClient client =
                    to("lists", true).maxConnections(connections).build()) {
                CountDownLatch first = new CountDownLatch(readers);
                for (int n = 0; n < readers; n++) {
                    Reader reader = new Reader(first);
                    lists.add(reader);
                    client.ai().assistants().list().map(each -> each.id()).subscribe(reader);
                }
                Check.that(
                        first.await(Check.LIMIT.toSeconds(), TimeUnit.SECONDS),
                        () -> first.getCount() + " readers got no element");
                int calls = node.count("lists", "calls");
                all(
                        "beside unread lists",
                        ids("stranger-" + connections, 300),
                        id -> client.ai().assistants().retrieve(id).map(each -> each.id()),
                        16);
                Check.equal(node.count("lists", "calls") - calls, 300, "calls beside unread lists");
                Check.equal(node.count("lists", "open"), readers, "lists that are still unread");
                lists.dispose();
                Check.eventually(() -> node.count("lists", "open") == 0, () -> "lists that were cancelled are open");
            }
            System.out.println("HTTP/2: 300 calls beside " + readers + " unread lists of 1 MB, over up to "
                    + connections + " connections");
        }
    }

    private void twoStreams() {
        int count = 200;
        for (int connections : new int[] {1, 512}) {
            Sent sent = new Sent();
            int processed = node.count("two", "processed");
            try (TelnyxClient client =
                    to("two", true).maxConnections(connections).listener(sent).build()) {
                all("MAX_CONCURRENT_STREAMS", ids("mark-" + connections, count), id -> post(client, id), count);
            }
            Check.equal(sent.count(), count, "messages sent, with refused ones");
            Check.equal(node.count("two", "processed") - processed, count, "messages that were processed");
            Check.equal(node.count("two", "peakOfSession"), 2, "streams of one connection at a time");
            if (connections == 1) {
                Check.equal(node.count("two", "sessions"), 1, "connections");
                Check.equal(node.count("two", "peak"), 2, "streams at a time");
            }
        }
        System.out.println("HTTP/2: " + count + " POSTs with two streams at a time and none refused");
    }

    private void cancelledCalls(boolean http2) {
        int count = 2000;
        Random random = new Random(count);
        Sent sent = new Sent();
        AtomicInteger cancelled = new AtomicInteger();
        int requests = node.count("slow", "requests");
        try (TelnyxClient client =
                to("slow", http2).maxConnections(8).listener(sent).build()) {
            all("before a storm", ids("first", 64), id -> post(client, id), 64);
            Flux<String> answers = Flux.range(0, count)
                    .flatMap(
                            n -> {
                                Mono<?> end =
                                        n % 4 == 0 ? Mono.never() : Mono.delay(Duration.ofMillis(random.nextInt(50)));
                                String id = "storm-" + n;
                                return post(client, id)
                                        .takeUntilOther(end)
                                        .switchIfEmpty(Mono.fromSupplier(() -> {
                                            cancelled.incrementAndGet();
                                            return id;
                                        }))
                                        .filter(id::equals);
                            },
                            count);
            Check.equal(
                    answers.count().block(Check.LIMIT), (long) count, "calls that got their answer or were cancelled");
            all("after a storm", ids("next", 1), id -> post(client, id), 1);
            Check.that(cancelled.get() > 0, () -> "no call was cancelled");
            Check.eventually(() -> node.count("slow", "open") == 0, () -> "calls that were cancelled are open");
            Check.eventually(
                    () -> client.pool().pending() == 0, () -> "calls that were cancelled wait: " + client.pool());
            awaitRest(client);
        }
        int received = node.count("slow", "requests") - requests;
        Check.that(received <= sent.count(), () -> received + " requests arrived, and " + sent.count() + " were sent");
        System.out.println(Clients.protocol(http2) + ": " + cancelled + " of " + count
                + " calls cancelled at random, many of them before they were sent: " + sent.count() + " were");
    }

    /** Two calls hold what there is, and those behind them are cancelled. */
    private void callsCancelledInTheQueue(boolean http2) {
        int requests = node.count("held", "requests");
        node.hold();
        // HTTP/2 has two streams on one connection.
        try (TelnyxClient client =
                to("held", http2).maxConnections(http2 ? 1 : 2).build()) {
            CompletableFuture<?> first = post(client, "first").toFuture();
            CompletableFuture<?> second = post(client, "second").toFuture();
            Check.eventually(
                    () -> node.count("held", "requests") - requests == 2, () -> "two messages have not arrived");
            Disposable.Composite waiting = Disposables.composite();
            ids("waiting", 50).subscribe(id -> waiting.add(post(client, id).subscribe()));
            waiting.dispose();
            CompletableFuture<?> next = post(client, "next").toFuture();
            node.release();
            CompletableFuture.allOf(first, second, next)
                    .orTimeout(Check.LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .join();
        }
        Check.equal(node.count("held", "requests") - requests, 3, "messages that arrived");
        System.out.println(Clients.protocol(http2) + ": 50 calls cancelled while they waited, and none of them sent");
    }

    /** Waits until no connection is in use. */
    private static void awaitRest(TelnyxClient client) {
        Check.eventually(
                () -> client.pool().acquired() == 0 && client.pool().pending() == 0,
                () -> "not at rest: " + client.pool());
    }

    /** A call that answers with the id it was given. */
    private interface Calls {

        Mono<String> call(String id);
    }

    /** Requests one element, and then nothing. */
    private static final class Reader extends BaseSubscriber<String> {

        private final CountDownLatch first;

        Reader(CountDownLatch first) {
            this.first = first;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(String id) {
            first.countDown();
        }
    }
}
