package io.github.telnyxreactive.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A raw connection, which shows what an HTTP client hides: how it ends, and the bytes before the end. */
final class RawConnection implements AutoCloseable {

    private final Simulator simulator;
    private final Socket socket;

    RawConnection(Simulator simulator) throws IOException {
        this.simulator = simulator;
        URI base = URI.create(simulator.baseUrl());
        this.socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout((int) Await.LIMIT.toMillis());
    }

    RawConnection send(String method, String target, String body) throws IOException {
        String request = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + simulator.apiKey() + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        sendRaw(request);
        return this;
    }

    void sendRaw(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads to the end of the connection; throws a SocketException if the peer resets it. */
    String readToEnd() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
