package io.github.telnyxreactive.webflux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service. It lists assistants, tests and suites, runs batches, and streams their events to any number of readers. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TelnyxWebflux {

    /**
     * Starts the service.
     *
     * @param arguments configuration properties, such as {@code --server.port=9000}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(TelnyxWebflux.class, arguments);
    }
}
