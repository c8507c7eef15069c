package io.github.telnyxreactive.webflux.observation;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.error.TelnyxException;
import io.github.telnyxreactive.model.assistanttest.TestListParams;
import io.github.telnyxreactive.webflux.client.Upstream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Checks whether Telnyx responds, by a call that requests one test and is not retried. The result is reused for some seconds,
 * so that frequent health checks do not cost calls.
 */
@Component("telnyxHealthIndicator")
final class TelnyxHealthIndicator implements ReactiveHealthIndicator {

    private final Mono<Health> health;

    TelnyxHealthIndicator(TelnyxClient client, Upstream upstream, HealthProperties properties) {
        TestListParams one = TestListParams.builder().pageSize(1).build();
        Health up = Health.up()
                .withDetail("simulated", upstream.simulated())
                .withDetail("baseUrl", upstream.baseUrl())
                .build();
        this.health = client.withOptions(options -> options.withDeadline(properties.deadline())
                        .withRetry(options.retry().withMaxAttempts(1)))
                .ai()
                .assistants()
                .tests()
                .list(one)
                .pages()
                .next()
                .thenReturn(up)
                .onErrorResume(TelnyxException.class, error -> Mono.just(down(error, upstream)))
                .cache(properties.cached());
    }

    @Override
    public Mono<Health> health() {
        return health;
    }

    private static Health down(TelnyxException error, Upstream upstream) {
        Health.Builder down = Health.down()
                .withDetail("simulated", upstream.simulated())
                .withDetail("baseUrl", upstream.baseUrl())
                .withDetail("error", error.getClass().getSimpleName());
        Integer status = error.status();
        return (status == null ? down : down.withDetail("upstreamStatus", status)).build();
    }
}
