package consumer;

import io.github.telnyxreactive.TelnyxClient;
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

/** Serves what the client lists, asks for it as JSON, and then uses the client as any application does. */
@SpringBootApplication
public class Application {

    private static String properties;

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

    /** Creates the client. */
    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        TelnyxClient telnyx() throws Exception {
            return new Consumer(Path.of(properties)).client("cleartext");
        }
    }
}
