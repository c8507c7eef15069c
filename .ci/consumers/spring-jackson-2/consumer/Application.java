package consumer;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.json.TelnyxJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves what the client lists. Spring Boot 3 writes with Jackson 2, which does not know the models. */
@SpringBootApplication
@RestController
public class Application {

    private static String properties;

    private final TelnyxClient client;

    public Application(TelnyxClient client) {
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        properties = arguments[0];
        ConfigurableApplicationContext context = SpringApplication.run(Application.class, "--server.port=0");
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/assistants"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        Consumer.check(200, response.statusCode());
        Consumer.check(true, response.body().contains("\"created_at\""));
        Consumer.check(false, response.body().contains("additionalProperties"));
        Consumer.main(arguments);
    }

    @GetMapping(path = "/assistants", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> assistants() {
        return client.ai().assistants().list().collectList().map(TelnyxJson::write);
    }

    /** Creates the client. */
    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        TelnyxClient telnyx() throws Exception {
            return new Consumer(Path.of(properties)).client("cleartext");
        }
    }
}
