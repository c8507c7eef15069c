package io.github.telnyxreactive.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cannot run is tried by the consumer projects of the continuous integration; here are the sentences. */
class ClassPathTest {

    private static final String NETTY_41 = "4.1.130.Final";
    private static final String NETTY_42 = "4.2.17.Final";

    @Test
    void theClassPathOfTheTestsIsFine() {
        ClassPath.check();
    }

    @Test
    void onePartOfReactorNettyIsOlder() {
        assertThat(found("1.2.11", "1.3.7", Map.of()).conflict(true))
                .isEqualTo("reactor-netty-core 1.2.11 is on the class path beside reactor-netty-http 1.3.7, "
                        + "but both must have the same version");
    }

    @Test
    void reactorNettyIsTooOld() {
        assertThat(found("1.1.22", "1.1.22", Map.of()).conflict(false))
                .isEqualTo("reactor-netty-http 1.1.22 is on the class path, but version 1.2 or later is needed");
    }

    @Test
    void nettyIsMixed() {
        Map<String, String> netty =
                Map.of("netty-common", NETTY_41, "netty-handler", NETTY_41, "netty-codec-base", NETTY_42);

        assertThat(found("1.2.11", "1.2.11", netty).conflict(false))
                .isEqualTo("the artifacts of Netty on the class path have several versions, but all must have the "
                        + "same one: 4.1.130.Final of netty-common, netty-handler; 4.2.17.Final of netty-codec-base");
    }

    @Test
    void nettyIsTooOldForReactorNetty() {
        assertThat(found("1.3.7", "1.3.7", Map.of("netty-common", NETTY_41)).conflict(true))
                .isEqualTo("netty-common 4.1.130.Final is on the class path, but Reactor Netty 1.3 needs version 4.2");
    }

    @Test
    void olderButFitting() {
        assertThat(found("1.2.11", "1.2.11", Map.of("netty-common", NETTY_41)).conflict(false))
                .isNull();
        assertThat(found("1.3.5", "1.3.7", Map.of("netty-common", NETTY_42, "netty-buffer", "4.2.9.Final"))
                        .conflict(true))
                .isNull();
        assertThat(found(null, null, Map.of()).conflict(true)).isNull();
    }

    @Test
    void aClassIsMissing() {
        ClassPath found = new ClassPath("1.3.7", "1.3.7", Map.of("netty-common", NETTY_42), "3.2.4", "2.19.2");

        assertThat(found.describe(new NoClassDefFoundError("com/fasterxml/jackson/annotation/JsonSerializeAs")))
                .isEqualTo("jackson-annotations 2.19.2 is on the class path, but jackson-databind needs the version "
                        + "that its BOM names (NoClassDefFoundError: "
                        + "com/fasterxml/jackson/annotation/JsonSerializeAs); see Compatibility in the README of "
                        + "telnyx-reactive");
        assertThat(found.describe(new NoClassDefFoundError("io/netty/channel/MultiThreadIoEventLoopGroup")))
                .startsWith("netty-common 4.2.17.Final is on the class path, but Reactor Netty 1.3 needs version 4.2");
        assertThat(found.describe(new NoSuchMethodError("'void reactor.netty.http.client.HttpClient.x()'")))
                .startsWith("reactor-netty-http 1.3.7 is on the class path, but version 1.2 or later is needed");
        assertThat(found.describe(new NoClassDefFoundError("tools/jackson/databind/json/JsonMapper")))
                .startsWith("jackson-databind 3.2.4 is on the class path, but");
        assertThat(found.describe(new NoClassDefFoundError("org/slf4j/Logger")))
                .startsWith("a library on the class path is missing or does not fit (NoClassDefFoundError: org/slf4j/");
    }

    private static ClassPath found(String core, String http, Map<String, String> netty) {
        return new ClassPath(core, http, netty, "3.2.4", "2.22");
    }
}
