package servers;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Posts through a gateway that leaves each connection after 20 requests: all of them succeed, and none is processed
 * twice. Half of them have an idempotency key, and the others are not to be repeated. Each has a mark by which it is
 * told apart at the service.
 */
final class Posts {

    private static final int COUNT = 12_000;
    private static final int CONCURRENCY = 64;
    private static final Pattern MARK = Pattern.compile("mark-\\d+\\b");
    private static final List<RubricItem> RUBRIC =
            List.of(RubricItem.builder().name("Polite").criteria("Is polite.").build());

    private final Simulator simulator;
    private final Nginx nginx;
    private final Clients clients;
    private final boolean http2;

    Posts(Simulator simulator, Nginx nginx, Clients clients, boolean http2) {
        this.simulator = simulator;
        this.nginx = nginx;
        this.clients = clients;
        this.http2 = http2;
    }

    void check() {
        simulator.clearRequests();
        nginx.forget();
        Sent sent = new Sent();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        String protocol = Clients.protocol(http2);
        try (TelnyxClient client =
                clients.to(nginx.port(), http2).listener(sent).build()) {
            String assistant =
                    client.ai().assistants().list().blockFirst(Check.LIMIT).id();
            Flux.range(0, COUNT)
                    .flatMap(
                            n -> post(client, assistant, n)
                                    .filter(reply -> !mark(reply).equals("mark-" + n))
                                    .doOnNext(reply -> wrong.add(n + " was answered with " + reply))
                                    .onErrorResume(error -> {
                                        wrong.add(n + ": " + error);
                                        return Mono.empty();
                                    }),
                            CONCURRENCY)
                    .blockLast(Check.LIMIT);
        }
        Check.that(
                wrong.isEmpty(),
                () -> protocol + ": " + wrong.size() + " of " + COUNT + " POSTs failed, as " + wrong.peek());
        checkService(protocol);
        List<Nginx.Request> posts = checkLog(protocol);
        long connections =
                posts.stream().map(Nginx.Request::connection).distinct().count();
        // One request is that of the list.
        int repeated = sent.count() - 1 - COUNT;
        System.out.println(protocol + ": " + COUNT + " POSTs over " + connections + " connections of nginx, " + repeated
                + " of them refused and sent again");
    }

    static Mono<String> post(TelnyxClient client, String assistant, int n) {
        String mark = "mark-" + n;
        return n % 2 == 0
                ? client.ai()
                        .assistants()
                        .tests()
                        .create(CreateAssistantTestRequest.builder()
                                .name(mark)
                                .destination("+13125550001")
                                .instructions("Ask for an appointment.")
                                .rubric(RUBRIC)
                                .build())
                        .map(test -> test.name())
                : client.ai()
                        .assistants()
                        .chat(
                                assistant,
                                AssistantChatRequest.builder()
                                        .content(mark)
                                        .conversationId("conversation")
                                        .build())
                        .map(reply -> reply.content());
    }

    static String mark(String text) {
        Matcher matcher = MARK.matcher(text);
        return matcher.find() ? matcher.group() : "no mark";
    }

    private void checkService(String protocol) {
        for (String operation : List.of("assistants.tests.create", "assistants.chat")) {
            List<RecordedRequest> requests = simulator.requests(operation);
            Map<String, Integer> marks = new HashMap<>();
            requests.forEach(request -> marks.merge(mark(request.text()), 1, Integer::sum));
            marks.values().removeIf(times -> times == 1);
            Check.that(marks.isEmpty(), () -> protocol + ": more than once at the service: " + marks);
            Check.equal(requests.size(), COUNT / 2, protocol + ": requests of " + operation + " at the service");
        }
    }

    private List<Nginx.Request> checkLog(String protocol) {
        // A request is logged when its response has been sent, which may be after it was received.
        Check.eventually(
                () -> posts().size() >= COUNT, () -> protocol + ": " + posts().size() + " POSTs in the log of nginx");
        List<Nginx.Request> posts = posts();
        Check.equal(posts.size(), COUNT, protocol + ": POSTs in the log of nginx");
        String version = http2 ? "HTTP/2.0" : "HTTP/1.1";
        posts.forEach(post -> {
            Check.that(post.status() == 200 || post.status() == 201, () -> "not a success: " + post.line());
            Check.equal(post.protocol(), version, "protocol of " + post.line());
            Check.equal(post.hasKey(), post.uri().endsWith("/tests"), "idempotency key of " + post.line());
        });
        Set<String> keys = posts.stream()
                .filter(Nginx.Request::hasKey)
                .map(Nginx.Request::key)
                .collect(Collectors.toSet());
        Check.equal(keys.size(), COUNT / 2, protocol + ": idempotency keys in the log of nginx");
        Check.that(
                posts.stream().anyMatch(post -> post.onConnection() == 20)
                        && posts.stream().noneMatch(post -> post.onConnection() > 20),
                () -> protocol + ": nginx does not leave connections after 20 requests");
        return posts;
    }

    private List<Nginx.Request> posts() {
        return nginx.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .toList();
    }
}
