package servers;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.InternalServerException;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.error.TransportException;
import io.github.telnyxreactive.model.assistanttest.CreateAssistantTestRequest;
import io.github.telnyxreactive.model.assistanttest.RubricItem;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.policy.Backoff;
import io.github.telnyxreactive.policy.RetryBudget;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Fault;
import io.github.telnyxreactive.simulator.FaultRule;
import io.github.telnyxreactive.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/**
 * A gateway whose service fails: 502 without a service, 503 while it is being worked on, 504 when the service says
 * nothing, and a response that breaks off. What may be repeated is repeated until the service is back, and a message
 * without an idempotency key is sent once.
 */
final class Outages {

    /** More attempts than an outage takes. */
    private static final RetryPolicy PATIENT = RetryPolicy.defaults()
            .withMaxAttempts(1000)
            .withBackoff(new Backoff(Duration.ofMillis(20), Duration.ofMillis(200)));

    private static final AssistantChatRequest MESSAGE = AssistantChatRequest.builder()
            .content("Hello")
            .conversationId("conversation")
            .build();
    private static final CreateAssistantTestRequest TEST = CreateAssistantTestRequest.builder()
            .name("After the outage")
            .destination("+13125550001")
            .instructions("Ask for an appointment.")
            .rubric(List.of(
                    RubricItem.builder().name("Polite").criteria("Is polite.").build()))
            .build();

    private final Simulator simulator;
    private final Nginx nginx;
    private final Clients clients;
    private final boolean http2;

    Outages(Simulator simulator, Nginx nginx, Clients clients, boolean http2) {
        this.simulator = simulator;
        this.nginx = nginx;
        this.clients = clients;
        this.http2 = http2;
    }

    void check() throws Exception {
        try (TelnyxClient client = clients.to(nginx.port(), http2)
                .retry(PATIENT)
                .retryBudget(RetryBudget.unlimited())
                .build()) {
            String assistant =
                    client.ai().assistants().list().blockFirst(Check.LIMIT).id();
            during(client, assistant, 502, simulator::suspend, simulator::resume);
            during(client, assistant, 503, () -> nginx.maintain(true), () -> nginx.maintain(false));
            once(client, assistant, Fault.silence(), 504);
            once(client, assistant, Fault.truncatedBody(), 200);
        }
        System.out.println(Clients.protocol(http2) + ": outages behind nginx outlasted, and nothing sent twice");
    }

    /** An outage that lasts until both calls that may be repeated have met it. */
    private void during(TelnyxClient client, String assistant, int status, Runnable begin, Runnable end)
            throws InterruptedException, ExecutionException, TimeoutException {
        nginx.forget();
        simulator.clearRequests();
        begin.run();
        TelnyxException failure = failure(client, assistant);
        Check.that(
                failure instanceof InternalServerException && failure.status() == status,
                () -> status + " expected: " + failure);
        CompletableFuture<?> read = client.ai().assistants().retrieve(assistant).toFuture();
        CompletableFuture<?> created =
                client.ai().assistants().tests().create(TEST).toFuture();
        Check.eventually(
                () -> count("GET", status) > 0 && count("POST", status) > 1, () -> "no " + status + " in the log");
        end.run();
        read.get(Check.LIMIT.toSeconds(), TimeUnit.SECONDS);
        created.get(Check.LIMIT.toSeconds(), TimeUnit.SECONDS);
        checkLog(status);
        Check.equal(simulator.requestCount("assistants.chat"), 0, "messages at the service");
        Check.equal(simulator.requestCount("assistants.tests.create"), 1, "tests created at the service");
    }

    /** A fault that each of the calls meets once. */
    private void once(TelnyxClient client, String assistant, Fault fault, int status) {
        nginx.forget();
        simulator.clearRequests();
        List<String> operations = List.of("assistants.chat", "assistants.retrieve", "assistants.tests.create");
        operations.forEach(
                operation -> simulator.inject(FaultRule.on(operation).times(1).inject(fault)));
        TelnyxException failure = failure(client, assistant);
        Check.that(
                status == 200
                        ? failure instanceof TransportException
                        : failure instanceof InternalServerException && failure.status() == status,
                () -> fault + " is not told: " + failure);
        Mono.when(
                        client.ai().assistants().retrieve(assistant),
                        client.ai().assistants().tests().create(TEST))
                .block(Check.LIMIT);
        simulator.clearFaults();
        checkLog(status);
        Check.equal(simulator.requestCount("assistants.chat"), 1, "messages at the service");
        Check.equal(simulator.requestCount("assistants.retrieve"), 2, "reads at the service");
        Check.equal(simulator.requestCount("assistants.tests.create"), 2, "tests created at the service");
    }

    private static TelnyxException failure(TelnyxClient client, String assistant) {
        TelnyxException failure = client.ai()
                .assistants()
                .chat(assistant, MESSAGE)
                .<TelnyxException>flatMap(reply -> Mono.error(new AssertionError("a reply: " + reply)))
                .onErrorResume(TelnyxException.class, Mono::just)
                .block(Check.LIMIT);
        Check.equal(failure.attempts(), 1, "attempts of a message");
        Check.that(!failure.isOutcomeKnown(), () -> "the outcome is said to be known: " + failure);
        return failure;
    }

    private void checkLog(int status) {
        Check.eventually(
                () -> nginx.requests().stream().filter(Outages::isCreation).anyMatch(each -> each.status() == 201),
                () -> "no test was created");
        List<Nginx.Request> requests = nginx.requests();
        Check.equal(
                requests.stream().filter(each -> each.uri().endsWith("/chat")).count(), 1L, "messages sent");
        Check.equal(
                requests.stream()
                        .filter(Outages::isCreation)
                        .map(Nginx.Request::key)
                        .distinct()
                        .count(),
                1L,
                "idempotency keys of one test");
        Check.that(
                requests.stream().anyMatch(each -> each.method().equals("GET") && each.status() == status),
                () -> "no " + status + " in the log");
    }

    private static boolean isCreation(Nginx.Request request) {
        return request.uri().endsWith("/tests");
    }

    private long count(String method, int status) {
        return nginx.requests().stream()
                .filter(each -> each.method().equals(method) && each.status() == status)
                .count();
    }
}
