package io.github.telnyxreactive.webflux.client;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.call.CallListener;
import io.github.telnyxreactive.policy.RateLimit;
import io.github.telnyxreactive.policy.RetryPolicy;
import io.github.telnyxreactive.simulator.Simulator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Creates the client of the service, for Telnyx or the simulator. */
@Configuration(proxyBeanMethods = false)
class ClientConfiguration {

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
    TelnyxClient telnyxClient(
            TelnyxProperties properties,
            Upstream upstream,
            ObjectProvider<Simulator> simulator,
            CallListener listener) {
        Simulator simulated = simulator.getIfAvailable();
        TelnyxClientBuilder builder = TelnyxClient.builder()
                .apiKey(simulated == null ? properties.apiKey() : simulated.apiKey())
                .baseUrl(upstream.baseUrl())
                .maxConnections(properties.maxConnections())
                .deadline(properties.deadline())
                .responseTimeout(properties.responseTimeout())
                .retry(RetryPolicy.defaults().withMaxAttempts(properties.maxAttempts()))
                .listener(listener);
        Double rate = properties.rate();
        if (rate != null) {
            builder.rateLimit(RateLimit.perSecond(rate));
        }
        return builder.build();
    }
}
