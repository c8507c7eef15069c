package io.github.telnyxreactive.webflux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The service: lists what there is to run, runs batches, and streams what happens to whoever watches. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class TelnyxWebflux {

    /**
     * Starts the service.
     *
     * @param arguments properties of the configuration, such as {@code --server.port=9000}
     */
    public static void main(String[] arguments) {
        SpringApplication.run(TelnyxWebflux.class, arguments);
    }
}
