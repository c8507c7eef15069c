package io.github.telnyxreactive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The simulator as a module, with the modules that it requires at run time and no others. */
class ModuleTest {

    private static final String NAME = "io.github.telnyxreactive.simulator";

    /** The libraries without those that are optional or for tests. */
    private static final Pattern REQUIRED = Pattern.compile(
            "classes|(telnyx-reactive-core|jackson-|jspecify-|reactor-core-|reactor-netty-|reactive-streams-|netty-|bc).*");

    private static final Module SIMULATOR = load();

    private static Module load() {
        ModuleFinder finder = ModuleFinder.of(Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> REQUIRED.matcher(path.getFileName().toString()).matches())
                .toArray(Path[]::new));
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.ofSystem(), Set.of(NAME));
        return ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
                .layer()
                .findModule(NAME)
                .orElseThrow();
    }

    @Test
    void exportsThePackagesOutsideOnly() {
        assertThat(SIMULATOR.getDescriptor().exports().stream()
                        .filter(exports -> !exports.isQualified())
                        .map(Exports::source))
                .containsExactlyInAnyOrder(NAME, NAME + ".junit");
    }

    @Test
    void servesRequestsOverTls() throws Exception {
        Class<?> type = SIMULATOR.getClassLoader().loadClass(Simulator.class.getName());
        Object builder = type.getMethod("builder").invoke(null);
        builder.getClass().getMethod("tls", boolean.class).invoke(builder, true);

        try (AutoCloseable simulator =
                (AutoCloseable) builder.getClass().getMethod("start").invoke(builder)) {
            assertThat(simulator.getClass().getModule()).isSameAs(SIMULATOR);
            type.getMethod("addSuite", String.class, int.class).invoke(simulator, "checkout", 1);
            HttpClient client = TlsTest.client(
                    (X509Certificate) type.getMethod("certificate").invoke(simulator), HttpClient.Version.HTTP_2);
            String baseUrl = (String) type.getMethod("baseUrl").invoke(simulator);

            assertStatus(200, client, "GET", baseUrl + Caller.TESTS, "");
            assertStatus(422, client, "POST", baseUrl + Caller.TESTS, "{}");
            assertStatus(404, client, "GET", baseUrl + "/nothing", "");
            assertStatus(201, client, "POST", baseUrl + Caller.SUITES + "/checkout/runs", "");
            assertStatus(
                    200, client, "POST", baseUrl + Caller.ASSISTANTS, "{\"name\":\"n\",\"instructions\":\"Be kind\"}");
        }
    }

    private static void assertStatus(int status, HttpClient client, String method, String uri, String body)
            throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(uri))
                        .header("Authorization", "Bearer " + Simulator.DEFAULT_API_KEY)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
    }
}
