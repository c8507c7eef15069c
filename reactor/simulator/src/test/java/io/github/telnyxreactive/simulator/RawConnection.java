package io.github.telnyxreactive.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A raw connection, which shows what an HTTP client hides: how it ends, and the bytes before the end. */
final class RawConnection implements AutoCloseable {

    /** Several times the size of a packet on the loopback interface, below which TCP becomes slow. */
    private static final int SMALL_BUFFER = 1 << 20;

    private final Simulator simulator;
    private final Socket socket;

    RawConnection(Simulator simulator) throws IOException {
        this(simulator, new Socket());
    }

    private RawConnection(Simulator simulator, Socket socket) throws IOException {
        this.simulator = simulator;
        this.socket = socket;
        URI base = URI.create(simulator.baseUrl());
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket.setSoTimeout((int) Await.LIMIT.toMillis());
    }

    /** Opens a connection whose receive buffer does not grow, so that the simulator soon has to wait for the reader. */
    static RawConnection withSmallBuffer(Simulator simulator) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        return new RawConnection(simulator, socket);
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

    byte[] read(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
