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

/** A line between the browser and the service that can be cut and mended. It also notes what the browser sends. */
final class CuttableProxy implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
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

    /** Breaks all connections; new ones break as well. */
    synchronized void cut() {
        cut = true;
        open.forEach(CuttableProxy::close);
    }

    /** Lets connections through again. */
    synchronized void mend() {
        cut = false;
    }

    /** What the browser has sent in all. */
    String sent() {
        return sent.toString(StandardCharsets.ISO_8859_1);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException e) {
                // The proxy is closed, or the one who called has hung up already; the loop finds out which.
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
        service.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target));
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
            // The connection was cut or one side has gone: the other side is to see just that.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            // Reset rather than ended, as on a line that breaks.
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was closed at the same moment.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
        threads.shutdownNow();
    }
}
