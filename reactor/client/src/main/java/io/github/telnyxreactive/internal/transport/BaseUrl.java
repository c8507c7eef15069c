package io.github.telnyxreactive.internal.transport;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.netty.transport.AddressUtils;

/**
 * The base URL of the service: the origin that the key is sent to, and the prefix of the path of every operation.
 *
 * @param secure whether it uses TLS
 * @param host the name of the host as it is resolved, an IPv6 address without brackets
 * @param port the port
 * @param authority the host and the port as the header {@code Host} names them
 * @param path the path without a trailing slash, empty for none
 */
public record BaseUrl(boolean secure, String host, int port, String authority, String path) {

    /** Not by {@link URI#getHost()}, which knows no underscores, as in the names of containers. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>[\\p{Alnum}._-]+|\\[[\\p{XDigit}:.]+])(:(?<port>\\d*))?");

    /**
     * Parses an absolute URL.
     *
     * @param text the URL, with http or https, without user info, query and fragment
     * @return the base URL
     * @throws IllegalArgumentException if it is malformed; the message explains why, without a password
     */
    public static BaseUrl parse(String text) {
        URI url;
        try {
            url = new URI(new URI(text.strip()).toASCIIString());
        } catch (URISyntaxException e) {
            // The exception itself would contain the whole text, and a password that may be in it.
            throw malformed(text, "it is not a URL (" + e.getReason() + ")");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw malformed(text, "it does not start with http:// or https://");
        }
        String authority = url.getRawAuthority();
        if (authority == null) {
            throw malformed(text, "it has no host");
        }
        if (authority.contains("@")) {
            throw malformed(text, "it has a user info; the client authenticates by the API key only");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw malformed(text, "it has a query or a fragment, which operations cannot be appended to");
        }
        Matcher parts = AUTHORITY.matcher(authority);
        if (!parts.matches()) {
            throw malformed(text, "it has no host with an optional port");
        }
        boolean secure = "https".equals(scheme);
        int standardPort = secure ? 443 : 80;
        int port = port(text, parts.group("port"), standardPort);
        String host = parts.group("host");
        return new BaseUrl(
                secure,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                port,
                port == standardPort ? host : host + ":" + port,
                url.getRawPath().replaceAll("/+$", ""));
    }

    private static int port(String text, String digits, int standardPort) {
        if (digits == null || digits.isEmpty()) {
            return standardPort;
        }
        int port = digits.length() > 5 ? -1 : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw malformed(text, "the port is not from 1 to 65535");
        }
        return port;
    }

    private static IllegalArgumentException malformed(String text, String why) {
        String shown = text.replaceAll("(?s)^.*@", "[redacted]@").replaceAll("(?s)[?#].*", "");
        return new IllegalArgumentException("the base URL \"" + shown + "\" is malformed: " + why);
    }

    /** Returns the address to connect to; a name in it is resolved for each connection. */
    InetSocketAddress address() {
        return AddressUtils.createUnresolved(host, port);
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + authority + path;
    }
}
