package servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An nginx of our own, in a folder of its own. */
final class Nginx implements AutoCloseable {

    private static final int TRIES = 5;

    private final Path folder;
    private final Path maintenance;
    private final int port;
    private final Process process;
    private int read;

    private Nginx(Path folder, Path maintenance, int port, Process process) {
        this.folder = folder;
        this.maintenance = maintenance;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts nginx on a free port, and returns when it listens.
     *
     * @param configuration the configuration, in which ports and folder are missing
     * @param work where the certificate is
     * @param upstream the port that it forwards to
     */
    static Nginx start(Path configuration, Path work, int upstream) throws IOException, InterruptedException {
        Path folder = work.resolve("nginx");
        Files.createDirectories(folder.resolve("temporary"));
        for (int n = 0; n < TRIES; n++) {
            int port = freePort();
            String filled = Files.readString(configuration)
                    .replace("@port@", Integer.toString(port))
                    .replace("@upstream@", Integer.toString(upstream))
                    .replace("@folder@", work.toString());
            Files.writeString(folder.resolve("nginx.conf"), filled);
            List<String> command =
                    new ArrayList<>(List.of("nginx", "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log"));
            if (System.getProperty("user.name").equals("root")) {
                // The default is a user who cannot look into the folder.
                command.addAll(List.of("-g", "user root;"));
            }
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            Nginx nginx = new Nginx(folder, work.resolve("maintenance"), port, process);
            if (nginx.listens()) {
                return nginx;
            }
            nginx.close();
        }
        throw new AssertionError("nginx does not start: " + Files.readString(folder.resolve("output")));
    }

    private static ProcessBuilder command(Path folder, String... options) {
        List<String> command =
                new ArrayList<>(List.of("nginx", "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log"));
        if (System.getProperty("user.name").equals("root")) {
            // The default is a user who cannot look into the folder.
            command.addAll(List.of("-g", "user root;"));
        }
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean listens() throws InterruptedException {
        while (process.isAlive()) {
            // Its own, and not that of somebody who was faster to take the port.
            if (Files.exists(folder.resolve("nginx.pid"))) {
                try (Socket socket = new Socket()) {
                    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    return true;
                } catch (IOException e) {
                    // Not yet.
                }
            }
            Thread.sleep(20);
        }
        return false;
    }

    int port() {
        return port;
    }

    /** Replaces the process that serves by a new one, as after a change of the configuration. */
    void reload() {
        try {
            command(folder, "-s", "reload").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers every request with 503 and a page, as while a gateway is being worked on. */
    void maintain(boolean enabled) {
        try {
            if (enabled) {
                Files.createFile(maintenance);
            } else {
                Files.delete(maintenance);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the requests that were logged since the last call of {@link #forget}. */
    List<Request> requests() {
        return lines().stream().skip(read).map(Request::parse).toList();
    }

    void forget() {
        read = lines().size();
    }

    private List<String> lines() {
        try {
            String log = Files.readString(folder.resolve("requests.log"));
            // The last line may still be being written.
            return log.substring(0, log.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /**
     * A line of the log.
     *
     * @param line the line itself
     * @param method the HTTP method
     * @param uri path and query
     * @param status the status of the response
     * @param protocol as nginx names it, {@code HTTP/1.1} or {@code HTTP/2.0}
     * @param worker the id of the process
     * @param connection the number of the connection
     * @param onConnection which request on the connection it was, from 1
     * @param key the idempotency key, {@code -} without one
     */
    record Request(
            String line,
            String method,
            String uri,
            int status,
            String protocol,
            String worker,
            String connection,
            int onConnection,
            String key) {

        static Request parse(String line) {
            String[] parts = line.split(" ");
            Check.equal(parts.length, 8, "parts of the line \"" + line + "\" in the log of nginx");
            return new Request(
                    line,
                    parts[0],
                    parts[1],
                    Integer.parseInt(parts[2]),
                    parts[3],
                    parts[4],
                    parts[5],
                    Integer.parseInt(parts[6]),
                    parts[7]);
        }

        boolean hasKey() {
            return !key.equals("-");
        }
    }
}
