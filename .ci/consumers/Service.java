import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.telnyxreactive.simulator.RecordedRequest;
import io.github.telnyxreactive.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * What the consumer projects connect to, in a process of its own with the libraries of this build: a simulator over
 * cleartext and HTTP/1.1, one over TLS and HTTP/2, and the server of the JDK, which sends the responses of the former
 * compressed. Writes their addresses to {@code service.properties} in the given folder.
 */
public class Service {

    private static final AtomicInteger COMPRESSED = new AtomicInteger();

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Simulator cleartext = start(false);
        Simulator tls = start(true);
        HttpClient http = HttpClient.newHttpClient();
        HttpServer jdk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        jdk.createContext("/v2", exchange -> compress(exchange, http, cleartext));
        jdk.createContext("/compressed", exchange -> send(exchange, Integer.toString(COMPRESSED.get())));
        jdk.createContext("/protocols", exchange -> send(exchange, protocols(tls)));
        jdk.start();

        Path certificate = folder.resolve("certificate.der");
        Files.write(certificate, Objects.requireNonNull(tls.certificate()).getEncoded());
        String origin = "http://127.0.0.1:" + jdk.getAddress().getPort();
        Properties properties = new Properties();
        properties.setProperty("key", cleartext.apiKey());
        properties.setProperty("cleartext", cleartext.baseUrl());
        properties.setProperty("tls", tls.baseUrl());
        properties.setProperty("gzip", origin + "/v2");
        properties.setProperty("compressed", origin + "/compressed");
        properties.setProperty("protocols", origin + "/protocols");
        properties.setProperty("certificate", certificate.toString());
        Path draft = folder.resolve("service.draft");
        try (OutputStream out = Files.newOutputStream(draft)) {
            properties.store(out, null);
        }
        Files.move(draft, folder.resolve("service.properties"), StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }

    private static Simulator start(boolean tls) {
        Simulator simulator = Simulator.builder()
                .tls(tls)
                .runDuration(Duration.ZERO, Duration.ofMillis(50))
                .outcomes(1, 0, 0)
                .start();
        simulator.addSuite("checkout", 5);
        simulator.addAssistants(1);
        return simulator;
    }

    private static String protocols(Simulator simulator) {
        return simulator.requests().stream()
                .map(RecordedRequest::protocol)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static void compress(HttpExchange exchange, HttpClient http, Simulator simulator) throws IOException {
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        if (!accepted.contains("gzip")) {
            throw new IOException("gzip is not accepted: " + accepted);
        }
        URI uri = URI.create(simulator.baseUrl()).resolve(exchange.getRequestURI());
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", exchange.getRequestHeaders().getFirst("Authorization"))
                .build();
        try {
            byte[] body = http.send(request, BodyHandlers.ofByteArray()).body();
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(zipped)) {
                gzip.write(body);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            COMPRESSED.incrementAndGet();
            send(exchange, zipped.toByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        send(exchange, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
