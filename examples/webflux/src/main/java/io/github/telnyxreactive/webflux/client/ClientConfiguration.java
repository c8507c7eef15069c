package io.github.telnyxreactive.webflux.client;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Simulator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the one client of the service, against Telnyx or the simulator. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ClientConfiguration.class);
    private static final String TELNYX = "https://api.telnyx.com/v2";

    @Bean
    Upstream upstream(TelnyxProperties properties, ObjectProvider<Simulator> simulator) {
        Simulator simulated = simulator.getIfAvailable();
        if (simulated != null) {
            return new Upstream(true, simulated.baseUrl());
        }
        String baseUrl =
                properties.baseUrl().isBlank() ? TELNYX : properties.baseUrl().strip();
        return new Upstream(false, baseUrl);
    }

    @Bean(destroyMethod = "close")
    TelnyxClient telnyxClient(TelnyxProperties properties, Upstream upstream, ObjectProvider<Simulator> simulator) {
        Simulator simulated = simulator.getIfAvailable();
        TelnyxClientBuilder builder = TelnyxClient.builder()
                .apiKey(simulated == null ? properties.apiKey() : simulated.apiKey())
                .baseUrl(upstream.baseUrl())
                .maxConnections(properties.maxConnections())
                .deadline(properties.deadline())
                .responseTimeout(properties.responseTimeout())
                .retry(RetryPolicy.defaults().withMaxAttempts(properties.maxAttempts()));
        Double rate = properties.rate();
        if (rate != null) {
            builder.rateLimit(RateLimit.perSecond(rate));
        }
        TelnyxClient client = builder.build();
        // Only now is it known that the address is well-formed and has nothing in it that must not be shown.
        log.info("The service is {}", upstream.baseUrl());
        return client;
    }
}
