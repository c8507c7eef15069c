package servers;

import io.github.telnyxreactive.call.CallListener;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that a client begins to send. */
final class Sent implements CallListener {

    private final AtomicInteger requests = new AtomicInteger();

    @Override
    public void onSend(String operation, int attempt, Duration waited) {
        requests.incrementAndGet();
    }

    int count() {
        return requests.get();
    }
}
