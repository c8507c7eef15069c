package io.github.telnyxreactive;

import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.call.CallOptions;
import io.github.telnyxreactive.internal.operator.DefaultScheduler;
import io.github.telnyxreactive.internal.transport.BaseUrl;
import io.github.telnyxreactive.internal.transport.ClassPath;
import io.github.telnyxreactive.internal.transport.Connections;
import io.github.telnyxreactive.internal.transport.TransportOptions;
import io.github.telnyxreactive.internal.transport.TransportOptionsBuilder;
import io.github.telnyxreactive.json.Reading;
import io.github.telnyxreactive.policy.PollingSchedule;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryBudget;
import io.github.telnyxreactive.policy.RetryPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Builds a {@link TelnyxClient}. Everything but the API key has a default that suits most applications. Not
 * thread-safe.
 */
public final class TelnyxClientBuilder {

    private static final String USER_AGENT = "telnyx-reactive";

    private @Nullable String apiKey;
    private final TransportOptionsBuilder transport = TransportOptions.defaults().toBuilder();
    private CallOptions calls = CallOptions.defaults();
    private RateLimit rateLimit = RateLimit.unlimited();
    private RetryBudget retryBudget = RetryBudget.of(0.5, 100);
    private CallListener listener = CallListener.NONE;
    private Scheduler scheduler = DefaultScheduler.INSTANCE;

    TelnyxClientBuilder() {}

    TelnyxClientBuilder environment(UnaryOperator<@Nullable String> environment) {
        String key = environment.apply("TELNYX_API_KEY");
        if (key == null || key.isBlank()) {
            throw new IllegalStateException(
                    "TELNYX_API_KEY is not set: set it to an API key of your Telnyx account, or use TelnyxClient.builder()");
        }
        String url = environment.apply("TELNYX_BASE_URL");
        return url == null || url.isBlank() ? apiKey(key) : apiKey(key).baseUrl(url);
    }

    /**
     * Sets the API key. It is sent to the origin of the base URL only, and never logged.
     *
     * @param key an API key of a Telnyx account
     * @return this builder
     * @throws IllegalArgumentException if the key is blank or contains an invalid character
     */
    public TelnyxClientBuilder apiKey(String key) {
        this.apiKey = requireKey(key);
        return this;
    }

    /**
     * Sets the base URL of the service, {@code https://api.telnyx.com/v2} by default.
     *
     * @param url an absolute URL with http or https, without user info, query and fragment; underscores in the name of
     *     the host, any port, IPv6 addresses in brackets, and a path with or without a trailing slash are understood
     * @return this builder
     * @throws IllegalArgumentException if the URL is malformed; the message explains why
     */
    public TelnyxClientBuilder baseUrl(String url) {
        transport.baseUrl(BaseUrl.parse(url));
        return this;
    }

    /**
     * Sets the maximum number of open connections, 512 by default. With HTTP/2, each connection carries many requests.
     *
     * @param connections at least 1
     * @return this builder
     */
    public TelnyxClientBuilder maxConnections(int connections) {
        transport.maxConnections(connections);
        return this;
    }

    /**
     * Sets the maximum number of requests that wait for a connection, 16,384 by default. Any further request fails
     * immediately.
     *
     * @param requests at least 1
     * @return this builder
     */
    public TelnyxClientBuilder maxPendingAcquires(int requests) {
        transport.maxPendingAcquires(requests);
        return this;
    }

    /**
     * Sets how long a request waits for a connection, 60 s by default.
     *
     * @param timeout more than zero
     * @return this builder
     */
    public TelnyxClientBuilder acquireTimeout(Duration timeout) {
        transport.acquireTimeout(timeout);
        return this;
    }

    /**
     * Sets how long establishing a connection may take, 10 s by default.
     *
     * @param timeout more than zero
     * @return this builder
     */
    public TelnyxClientBuilder connectTimeout(Duration timeout) {
        transport.connectTimeout(timeout);
        return this;
    }

    /**
     * Sets how long an idle connection is kept, 50 s by default, which is shorter than the usual idle timeout of load
     * balancers.
     *
     * @param time more than zero
     * @return this builder
     */
    public TelnyxClientBuilder maxIdleTime(Duration time) {
        transport.maxIdleTime(time);
        return this;
    }

    /**
     * Sets the maximum lifetime of a connection, 10 min by default.
     *
     * @param time more than zero
     * @return this builder
     */
    public TelnyxClientBuilder maxLifeTime(Duration time) {
        transport.maxLifeTime(time);
        return this;
    }

    /**
     * Sets by how much the lifetime of connections varies, 10 percent by default, so that they do not all expire at
     * once. Without effect on Reactor Netty 1.2.
     *
     * @param percent from 0 to 100
     * @return this builder
     */
    public TelnyxClientBuilder maxLifeTimeVariance(double percent) {
        transport.maxLifeTimeVariance(percent);
        return this;
    }

    /**
     * Sets how often expired connections are closed in the background, every 30 s by default.
     *
     * @param interval more than zero
     * @return this builder
     */
    public TelnyxClientBuilder evictionInterval(Duration interval) {
        transport.evictionInterval(interval);
        return this;
    }

    /**
     * Sets whether compressed responses are accepted, as they are by default.
     *
     * @param enabled whether they are
     * @return this builder
     */
    public TelnyxClientBuilder compression(boolean enabled) {
        transport.compression(enabled);
        return this;
    }

    /**
     * Sets whether HTTP/2 is offered over TLS, as it is by default, with HTTP/1.1 as the fallback.
     *
     * @param enabled whether it is
     * @return this builder
     */
    public TelnyxClientBuilder http2(boolean enabled) {
        transport.http2(enabled);
        return this;
    }

    /**
     * Sets how much of a response is read and held at most, 16 MiB by default, after decompression. The limit applies
     * to the body of a response that is read as a whole, or that is of no interest, as after a deletion, to each
     * element of a list and to each event of a stream; lists and streams themselves may have any length. It also applies
     * to compressed bytes that inflate to nothing. A response that exceeds it is an error, and its connection is closed.
     * Of an error response, 64 KiB are read at most.
     *
     * @param bytes at least 1
     * @return this builder
     */
    public TelnyxClientBuilder maxResponseBytes(int bytes) {
        transport.maxResponseBytes(bytes);
        return this;
    }

    /**
     * Sets how much of a page is read ahead of the demand of its subscriber, after decompression, 256 KiB by default. A
     * page that is no longer than that leaves its connection free, even if its subscriber is slow, or makes a call for
     * each element. A longer page holds its connection, and this much memory, until it is read: there must be more
     * connections than pages that nobody reads, or other calls wait for one in vain. With HTTP/2, a page that nobody
     * reads holds up no other call.
     *
     * @param bytes at least 0
     * @return this builder
     */
    public TelnyxClientBuilder maxUnreadBytes(int bytes) {
        transport.maxUnreadBytes(bytes);
        return this;
    }

    /**
     * Sets the maximum size of the head of a response, which is its status line and its headers, 64 KiB by default. A
     * longer head is a {@link io.github.telnyxreactive.error.TransportException}.
     *
     * @param bytes at least 1
     * @return this builder
     */
    public TelnyxClientBuilder maxHeaderSize(int bytes) {
        transport.maxHeaderSize(bytes);
        return this;
    }

    /**
     * Sets which certificates are trusted, by default those that the JVM trusts.
     *
     * @param trust creates the trust managers that check the certificates of the service
     * @return this builder
     */
    public TelnyxClientBuilder trustManager(TrustManagerFactory trust) {
        transport.trust(trust);
        return this;
    }

    /**
     * Sets how long a call may take in total, including its attempts and waits, 2 min by default. Once a page of a list
     * has begun to arrive, time counts only while there is demand for its elements.
     *
     * @param limit more than zero
     * @return this builder
     */
    public TelnyxClientBuilder deadline(Duration limit) {
        this.calls = calls.withDeadline(limit);
        return this;
    }

    /**
     * Sets how long to wait for the response, and for each further part of it that is requested, 30 s by default.
     *
     * @param limit more than zero
     * @return this builder
     */
    public TelnyxClientBuilder responseTimeout(Duration limit) {
        this.calls = calls.withResponseTimeout(limit);
        return this;
    }

    /**
     * Sets how failed attempts are retried, {@link RetryPolicy#defaults()} by default.
     *
     * @param policy how often to retry, and after which delays
     * @return this builder
     */
    public TelnyxClientBuilder retry(RetryPolicy policy) {
        this.calls = calls.withRetry(policy);
        return this;
    }

    /**
     * Limits the total number of retries of all calls, by default to one retry for every two calls, with a reserve of
     * 100.
     *
     * @param budget the budget
     * @return this builder
     */
    public TelnyxClientBuilder retryBudget(RetryBudget budget) {
        this.retryBudget = Objects.requireNonNull(budget, "budget");
        return this;
    }

    /**
     * Limits the rate of the attempts of all calls, {@link RateLimit#unlimited()} by default.
     *
     * @param limit the rate
     * @return this builder
     */
    public TelnyxClientBuilder rateLimit(RateLimit limit) {
        this.rateLimit = Objects.requireNonNull(limit, "limit");
        return this;
    }

    /**
     * Sets the schedule and the deadline of polling, by default {@link PollingSchedule#defaults()} and 2 hours.
     *
     * @param schedule the delays between polls
     * @param limit how long polling may take in total, more than zero
     * @return this builder
     */
    public TelnyxClientBuilder polling(PollingSchedule schedule, Duration limit) {
        this.calls = calls.withPolling(schedule, limit);
        return this;
    }

    /**
     * Sets how long the service may take until it shows what it has just created, 30 seconds by default. As long, a run that
     * was triggered and is not found is waited for. Batches have {@link io.github.telnyxreactive.bulk.BatchOptions#maxLag()
     * their own}.
     *
     * @param lag the time, zero or more
     * @return this builder
     */
    public TelnyxClientBuilder maxLag(Duration lag) {
        this.calls = calls.withMaxLag(lag);
        return this;
    }

    /**
     * Adds a header to every request.
     *
     * @param name the name of the header, which must not be one that the client sets itself
     * @param value its value
     * @return this builder
     */
    public TelnyxClientBuilder header(String name, String value) {
        this.calls = calls.withHeader(name, value);
        return this;
    }

    /**
     * Sets whether requests are checked against the limits of the API before they are sent, as they are by default.
     *
     * @param enabled whether they are
     * @return this builder
     */
    public TelnyxClientBuilder requestChecks(boolean enabled) {
        this.calls = calls.withRequestChecks(enabled);
        return this;
    }

    /**
     * Sets how a field of a response is treated that cannot be read as its type: {@link Reading#lenient()} by default, so
     * that nothing is lost, and {@link Reading#strict()} for tests that check what the service sends.
     *
     * @param mode how to read
     * @return this builder
     */
    public TelnyxClientBuilder reading(Reading mode) {
        this.calls = calls.withReading(mode);
        return this;
    }

    /**
     * Sets the scheduler that times waits and deadlines, {@link Schedulers#parallel()} by default. It does not process
     * responses.
     *
     * @param timer the scheduler
     * @return this builder
     */
    public TelnyxClientBuilder scheduler(Scheduler timer) {
        this.scheduler = Objects.requireNonNull(timer, "timer");
        return this;
    }

    /**
     * Sets the listener of all calls and attempts, to record metrics for example; none by default.
     *
     * @param calls the listener, which must neither block nor throw
     * @return this builder
     */
    public TelnyxClientBuilder listener(CallListener calls) {
        this.listener = Objects.requireNonNull(calls, "calls");
        return this;
    }

    /**
     * Builds the client. No connection is established yet.
     *
     * @return the client
     * @throws IllegalStateException if no API key is set, or if versions of libraries on the class path do not work
     *     together
     * @throws IllegalArgumentException if a number or a duration is out of range
     */
    public TelnyxClient build() {
        return new TelnyxClient(this);
    }

    Connections connections() {
        if (apiKey == null) {
            throw new IllegalStateException(
                    "no API key is set: call apiKey(..), or use TelnyxClient.fromEnvironment()");
        }
        ClassPath.check();
        try {
            return new Connections(transport.build(), apiKey, USER_AGENT);
        } catch (LinkageError e) {
            throw ClassPath.failure(e);
        }
    }

    CallOptions calls() {
        return calls;
    }

    RateLimit rateLimit() {
        return rateLimit;
    }

    RetryBudget retryBudget() {
        return retryBudget;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    CallListener listener() {
        return listener;
    }

    private static String requireKey(String key) {
        String trimmed = key.strip();
        if (trimmed.isEmpty() || !trimmed.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("the API key is blank or contains an invalid character");
        }
        return trimmed;
    }
}
