package io.github.telnyxreactive.cli.internal.command.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * How the service is talked to.
 *
 * @param protocol the version of HTTP, {@code null} if it is not known
 * @param tls the version of TLS, {@code null} if there is none or it is not known
 * @param cipher the cipher suite, {@code null} if there is none or it is not known
 * @param isSecure whether the connection is encrypted
 */
record Connection(
        @Nullable String protocol,
        @Nullable String tls,
        @Nullable String cipher,
        boolean isSecure) {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int HTTPS_PORT = 443;
    private static final String HTTP_1 = "HTTP/1.1";

    /** The protocols that the client offers, in its order. */
    private static final String[] OFFERED = {"h2", "http/1.1"};

    /**
     * Opens a connection as the client does, and closes it before anything is sent over it, so neither a request nor the key.
     * Without TLS the client speaks HTTP/1.1. Blocks.
     */
    static Connection probe(String baseUrl) {
        String url = baseUrl.strip();
        if (!url.toLowerCase(Locale.ROOT).startsWith("https:")) {
            return new Connection(HTTP_1, null, null, false);
        }
        try {
            return secure(URI.create(url));
        } catch (IOException | NoSuchAlgorithmException | IllegalArgumentException e) {
            return new Connection(null, null, null, true);
        }
    }

    private static Connection secure(URI service) throws IOException, NoSuchAlgorithmException {
        String host = service.getHost();
        if (host == null) {
            throw new IllegalArgumentException("a host that the JDK does not understand");
        }
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int port = service.getPort() < 0 ? HTTPS_PORT : service.getPort();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(name, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try (SSLSocket secure =
                    (SSLSocket) SSLContext.getDefault().getSocketFactory().createSocket(socket, name, port, true)) {
                SSLParameters parameters = secure.getSSLParameters();
                parameters.setApplicationProtocols(OFFERED);
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secure.setSSLParameters(parameters);
                secure.startHandshake();
                String protocol = "h2".equals(secure.getApplicationProtocol()) ? "HTTP/2" : HTTP_1;
                return new Connection(
                        protocol,
                        secure.getSession().getProtocol(),
                        secure.getSession().getCipherSuite(),
                        true);
            }
        }
    }

    @Override
    public String toString() {
        if (!isSecure) {
            return protocol + ", cleartext";
        }
        return protocol == null ? "over TLS, version not known" : protocol + ", " + tls + ", " + cipher;
    }
}
