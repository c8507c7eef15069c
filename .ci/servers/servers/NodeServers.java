package servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The servers of Node. */
final class NodeServers implements AutoCloseable {

    private final Process process;
    private final Map<String, Integer> ports;
    private final HttpClient http = HttpClient.newHttpClient();

    private NodeServers(Process process, Map<String, Integer> ports) {
        this.process = process;
        this.ports = ports;
    }

    /** Starts the servers, each on a free port, and returns when they listen. */
    static NodeServers start(Path script, Path work) throws IOException {
        Process process = new ProcessBuilder("node", "--no-warnings", script.toString(), work.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Integer> ports = new HashMap<>();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.equals("ready")) {
            String[] parts = line.split(" ");
            ports.put(parts[0], Integer.valueOf(parts[1]));
            line = output.readLine();
        }
        Check.that(line != null, () -> "Node does not start");
        return new NodeServers(process, ports);
    }

    int port(String server) {
        return ports.get(server);
    }

    /** Asks a server what it has counted. */
    int count(String server, String what) {
        try {
            Properties counts = new Properties();
            counts.load(new StringReader(get(server)));
            return Integer.parseInt(counts.getProperty(what, "0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the server "held" wait with its answers. */
    void hold() {
        get("hold");
    }

    /** Makes the server "held" send its answers. */
    void release() {
        get("release");
    }

    private String get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("control") + "/" + path))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
