package io.github.telnyxreactive.internal.transport;

import io.github.telnyxreactive.json.TelnyxJson;
import io.github.telnyxreactive.page.PageMeta;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The libraries that the application runs with. Their versions are chosen by the build of the application, and those
 * that do not work together otherwise fail in the middle of a request.
 *
 * @param reactorNettyCore the version of {@code reactor-netty-core}, {@code null} if it is unknown, as in a shaded jar
 * @param reactorNettyHttp the version of {@code reactor-netty-http}, {@code null} if it is unknown
 * @param netty the versions of the artifacts of Netty by their names, without those that are unknown
 * @param jackson the version of {@code jackson-databind}, {@code null} if it is unknown
 * @param annotations the version of {@code jackson-annotations}, {@code null} if it is unknown
 */
public record ClassPath(
        @Nullable String reactorNettyCore,
        @Nullable String reactorNettyHttp,
        Map<String, String> netty,
        @Nullable String jackson,
        @Nullable String annotations) {

    private static final String ADVICE = "; see Compatibility in the README of telnyx-reactive";

    /** A class of each artifact of Netty that is used directly. */
    private static final Map<String, String> NETTY = Map.of(
            "netty-buffer", "io.netty.buffer.ByteBuf",
            "netty-codec-http", "io.netty.handler.codec.http.HttpRequest",
            "netty-codec-http2", "io.netty.handler.codec.http2.Http2FrameCodec",
            "netty-common", "io.netty.util.AttributeKey",
            "netty-handler", "io.netty.handler.ssl.SslHandler",
            "netty-resolver-dns", "io.netty.resolver.dns.DnsNameResolver",
            "netty-transport", "io.netty.channel.Channel");

    /** Checked once for each JVM, since it reads a file of each library. */
    private static final class Once {
        private static final @Nullable IllegalStateException PROBLEM = problem();

        private static @Nullable IllegalStateException problem() {
            try {
                String conflict = find().conflict(PoolSettings.isReactorNetty13());
                if (conflict != null) {
                    return new IllegalStateException(conflict + ADVICE);
                }
                link();
                return null;
            } catch (LinkageError e) {
                return failure(e);
            }
        }
    }

    /**
     * Checks that the libraries work together.
     *
     * @throws IllegalStateException if they do not; the message names the artifact, its version and the one that is
     *     needed
     */
    public static void check() {
        IllegalStateException problem = Once.PROBLEM;
        if (problem != null) {
            throw new IllegalStateException(problem.getMessage(), problem.getCause());
        }
    }

    /**
     * Returns the error to throw when a class or one of its members is missing.
     *
     * @param missing the error of the JVM
     * @return the error, with the versions that were found
     */
    public static IllegalStateException failure(LinkageError missing) {
        return new IllegalStateException(find().describe(missing), missing);
    }

    private static ClassPath find() {
        Map<String, String> netty = new TreeMap<>();
        NETTY.forEach((artifact, type) -> {
            String version = version(type, "Netty/");
            if (version != null) {
                netty.put(artifact, version);
            }
        });
        return new ClassPath(
                version("reactor.netty.Connection", "reactor-netty-core"),
                version("reactor.netty.http.client.HttpClient", "reactor-netty-http"),
                netty,
                version("tools.jackson.databind.JsonNode", "jackson-databind"),
                version("com.fasterxml.jackson.annotation.JsonProperty", "Jackson-annotations"));
    }

    /**
     * Returns the version of the jar that a class comes from, which its manifest names. That of a jar of several
     * libraries, as an application's, has another title, and its version says nothing about them.
     */
    private static @Nullable String version(String type, String title) {
        try {
            Package origin =
                    Class.forName(type, false, ClassPath.class.getClassLoader()).getPackage();
            String found = origin.getImplementationTitle();
            return found == null || !found.startsWith(title) ? null : origin.getImplementationVersion();
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** Uses what is otherwise used by the first call only. */
    private static void link() {
        TelnyxJson.read(TelnyxJson.write(PageMeta.of(1, 1, 1, 1)), PageMeta.class);
        if (PoolSettings.isReactorNetty13()) {
            load("io.netty.channel.MultiThreadIoEventLoopGroup");
        }
    }

    private static void load(String type) {
        try {
            Class.forName(type, false, ClassPath.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw (LinkageError) new NoClassDefFoundError(type).initCause(e);
        }
    }

    /**
     * Returns a sentence about versions that do not work together.
     *
     * @param needsNetty42 whether Reactor Netty is 1.3 or later
     * @return the sentence, {@code null} if none are known not to
     */
    @Nullable String conflict(boolean needsNetty42) {
        if (reactorNettyCore != null
                && reactorNettyHttp != null
                && !line(reactorNettyCore).equals(line(reactorNettyHttp))) {
            return "reactor-netty-core " + reactorNettyCore + " is on the class path beside reactor-netty-http "
                    + reactorNettyHttp + ", but both must have the same version";
        }
        if (reactorNettyHttp != null && (reactorNettyHttp.startsWith("1.0.") || reactorNettyHttp.startsWith("1.1."))) {
            return "reactor-netty-http " + reactorNettyHttp
                    + " is on the class path, but version 1.2 or later is needed";
        }
        if (netty.values().stream().map(ClassPath::line).distinct().count() > 1) {
            return "the artifacts of Netty on the class path have several versions, but all must have the same one: "
                    + new TreeMap<>(netty)
                            .entrySet().stream()
                                    .collect(Collectors.groupingBy(
                                            Map.Entry::getValue,
                                            TreeMap::new,
                                            Collectors.mapping(Map.Entry::getKey, Collectors.joining(", "))))
                                    .entrySet()
                                    .stream()
                                    .map(version -> version.getKey() + " of " + version.getValue())
                                    .collect(Collectors.joining("; "));
        }
        String common = netty.get("netty-common");
        if (needsNetty42 && common != null && common.startsWith("4.1.")) {
            return found("netty-common", common) + ", but Reactor Netty 1.3 needs version 4.2";
        }
        return null;
    }

    /** Returns a sentence about a class or member that was not found. */
    String describe(LinkageError missing) {
        String message = String.valueOf(missing.getMessage());
        String name = message.replace('/', '.');
        String needed;
        if (name.contains("com.fasterxml.jackson.annotation.")) {
            needed = found("jackson-annotations", annotations)
                    + ", but jackson-databind needs the version that its BOM names";
        } else if (name.contains("tools.jackson.")) {
            needed = found("jackson-databind", jackson)
                    + ", but it is needed with jackson-core in the same version, 3.0 or later";
        } else if (name.contains("io.netty.")) {
            needed = found("netty-common", netty.get("netty-common")) + ", but "
                    + (PoolSettings.isReactorNetty13()
                            ? "Reactor Netty 1.3 needs version 4.2"
                            : "Reactor Netty 1.2 needs version 4.1");
        } else if (name.contains("reactor.netty.")) {
            needed = found("reactor-netty-http", reactorNettyHttp) + ", but version 1.2 or later is needed";
        } else {
            needed = "a library on the class path is missing or does not fit";
        }
        return needed + " (" + missing.getClass().getSimpleName() + ": " + message + ")" + ADVICE;
    }

    /** Returns {@code 4.2} of {@code 4.2.17.Final}: within a line, versions are compatible. */
    private static String line(String version) {
        String[] parts = version.split("\\.", 3);
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }

    private static String found(String artifact, @Nullable String version) {
        return version == null
                ? "no " + artifact + " of a known version is on the class path"
                : artifact + " " + version + " is on the class path";
    }
}
