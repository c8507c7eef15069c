package consumer;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.TelnyxClientBuilder;
import io.github.telnyxreactive.model.chat.AssistantChatRequest;
import io.github.telnyxreactive.model.chat.ChatEvent;
import io.github.telnyxreactive.model.testrun.TestRun;
import io.github.telnyxreactive.model.testrun.TestRunStatus;
import io.github.telnyxreactive.model.testrun.TriggerTestSuiteRunsRequest;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;

/** Uses the client as an application does, and checks the libraries that it runs with. */
public class Consumer {

    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.-]*?)(-[a-z]+-[\\w]+)?\\.jar");

    private final Properties service = new Properties();

    public Consumer(Path properties) throws Exception {
        try (InputStream in = Files.newInputStream(properties)) {
            service.load(in);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Consumer consumer = new Consumer(Path.of(arguments[0]));
        if (arguments.length > 1) {
            consumer.checkRefusal(arguments[1]);
            return;
        }
        checkLibraries();
        consumer.useOver("cleartext");
        consumer.useOver("tls");
        check("[HTTP/2.0]", consumer.get("protocols"));
        consumer.readCompressed();
        System.out.println("The client works.");
        System.exit(0);
    }

    /** Returns a client of the service over cleartext, TLS or gzip. */
    public TelnyxClient client(String address) throws Exception {
        TelnyxClientBuilder builder =
                TelnyxClient.builder().baseUrl(service.getProperty(address)).apiKey(service.getProperty("key"));
        if ("tls".equals(address)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (InputStream in = Files.newInputStream(Path.of(service.getProperty("certificate")))) {
                store.setCertificateEntry(
                        "service", CertificateFactory.getInstance("X.509").generateCertificate(in));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            builder.trustManager(trust);
        }
        return builder.build();
    }

    /** Checks that a class path that cannot work is refused before anything is sent, with a sentence. */
    private void checkRefusal(String reason) throws Exception {
        try (TelnyxClient client = client("cleartext")) {
            throw new AssertionError("the client was built");
        } catch (IllegalStateException e) {
            check(e.getMessage(), e.getMessage().contains(reason) ? e.getMessage() : reason);
            System.out.println("Refused: " + e.getMessage());
        }
    }

    private void useOver(String address) throws Exception {
        try (TelnyxClient client = client(address)) {
            var tests = client.ai().assistants().tests();
            check(5L, tests.list().count().block());
            List<TestRun> runs = tests.testSuites()
                    .runs()
                    .triggerAndFollow("checkout", TriggerTestSuiteRunsRequest.builder().build())
                    .filter(run -> run.status().isTerminal())
                    .collectList()
                    .block();
            check(5, runs.size());
            check(true, runs.stream().allMatch(run -> run.status().equals(TestRunStatus.PASSED)));
            String assistant = client.ai().assistants().list().blockFirst().id();
            List<ChatEvent> events = client.ai()
                    .assistants()
                    .chatStream(
                            assistant,
                            AssistantChatRequest.builder()
                                    .content("Hello")
                                    .conversationId("conversation")
                                    .build())
                    .collectList()
                    .block();
            check(true, events.size() > 1 && events.get(events.size() - 1).isDone());
        }
    }

    private void readCompressed() throws Exception {
        int before = Integer.parseInt(get("compressed"));
        try (TelnyxClient client = client("gzip")) {
            check(5L, client.ai().assistants().tests().list().count().block());
        }
        check(before + 1, Integer.parseInt(get("compressed")));
    }

    private String get(String address) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service.getProperty(address))).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** Prints the versions of the libraries, and checks that there is one of each, and no class in two of them. */
    static void checkLibraries() throws Exception {
        String path = System.getProperty("jdk.module.path", "") + File.pathSeparator
                + System.getProperty("java.class.path", "");
        if (path.endsWith("application.jar")) {
            System.out.println("Netty, Reactor Netty and Jackson 3 are in one jar");
            return;
        }
        Map<String, Set<String>> versions = new TreeMap<>();
        Map<String, String> classes = new HashMap<>();
        for (String entry : path.split(File.pathSeparator)) {
            Matcher jar = JAR.matcher(Path.of(entry).getFileName() == null ? "" : Path.of(entry).getFileName().toString());
            if (jar.matches()) {
                String library = library(Path.of(entry), jar.group(1));
                if (library != null) {
                    versions.computeIfAbsent(library, name -> new TreeSet<>()).add(jar.group(2));
                    checkClasses(entry, classes);
                }
            }
        }
        versions.forEach((library, found) -> System.out.println(library + " " + String.join(", ", found)));
        versions.forEach((library, found) -> check(library + " 1", library + " " + found.size()));
        check(true, versions.keySet().containsAll(Set.of("Netty", "Reactor Netty", "Jackson 3")));
    }

    private static String library(Path jar, String artifact) {
        if (artifact.startsWith("netty-") && !artifact.contains("tcnative") && !artifact.contains("incubator")) {
            return "Netty";
        }
        if (artifact.startsWith("reactor-netty-")) {
            return "Reactor Netty";
        }
        if (artifact.equals("reactor-core")) {
            return "Reactor Core";
        }
        if (artifact.equals("jackson-annotations")) {
            return "Jackson annotations";
        }
        if (artifact.equals("jackson-core") || artifact.equals("jackson-databind")) {
            return jar.toString().contains("tools") ? "Jackson 3" : "Jackson 2";
        }
        return null;
    }

    private static void checkClasses(String jar, Map<String, String> classes) throws Exception {
        try (JarFile file = new JarFile(jar)) {
            file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .filter(name -> !name.endsWith("module-info.class"))
                    .forEach(name -> {
                        String other = classes.putIfAbsent(name, jar);
                        check(name + " once", name + (other == null ? " once" : " in " + other + " and " + jar));
                    });
        }
    }

    static void check(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but was " + actual);
        }
    }
}
