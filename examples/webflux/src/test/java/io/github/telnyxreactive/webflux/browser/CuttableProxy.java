package io.github.telnyxreactive.webflux.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy between the browser and the service whose connections can be cut and restored. It records what the browser sends. */
final class CuttableProxy implements AutoCloseable {

    private final ServerSocket server;
    private int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "cuttable-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private boolean cut;

    CuttableProxy(int target) throws IOException {
        this.target = target;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Resets all connections, and new ones too. */
    synchronized void cut() {
        cut = true;
        open.forEach(CuttableProxy::close);
    }

    /** Accepts connections again. */
    synchronized void restore() {
        cut = false;
    }

    /** Connects to another service from now on. */
    synchronized void connectTo(int port) {
        target = port;
    }

    /** Returns everything that the browser has sent. */
    String sent() {
        return sent.toString(StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // The proxy is closed, or the browser has already disconnected; the loop condition tells them apart.
            }
        }
    }

    private synchronized void connect(Socket browser) throws IOException {
        open.add(browser);
        if (cut) {
            close(browser);
            return;
        }
        Socket service = new Socket();
        open.add(service);
        try {
            service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            close(browser);
            throw e;
        }
        threads.execute(() -> pass(browser, service, sent));
        threads.execute(() -> pass(service, browser, OutputStream.nullOutputStream()));
    }

    private void pass(Socket from, Socket to, OutputStream copy) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copy.write(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // The connection was cut or one side disconnected: the other side sees the same.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            // A reset rather than an orderly end, as when a connection breaks.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed concurrently.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
        threads.shutdownNow();
    }
}
