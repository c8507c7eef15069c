package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Protocol;
import io.github.telnyxreactive.simulator.Simulator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The servers, each started when it is first needed. */
final class Services implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx1g", "-XX:MaxDirectMemorySize=1g");
    private static final String[] DELAYS_MILLIS = {"0", "20", "2000"};

    /** The services of the load server, in the order of its ports. */
    private static final List<Service> LOADS =
            List.of(Service.IMMEDIATE, Service.AFTER_20_MS, Service.AFTER_2_S, Service.OVER_TLS, Service.OVER_H2);

    private final Map<Service, String> addresses = new EnumMap<>(Service.class);
    private @Nullable PinnedProcess load;
    private @Nullable PinnedProcess simulated;
    private String certificate = Certificates.NONE;

    String baseUrl(Service service) {
        if (!addresses.containsKey(service)) {
            if (service == Service.SIMULATED) {
                simulated = start(SimulatorProcess.class);
                addresses.put(service, line(simulated));
            } else {
                load = start(LoadServer.class, DELAYS_MILLIS);
                String[] printed = line(load).strip().split(" ");
                for (int i = 0; i < LOADS.size(); i++) {
                    addresses.put(LOADS.get(i), LOADS.get(i).baseUrl(Integer.parseInt(printed[i])));
                }
                certificate = printed[LOADS.size()];
            }
        }
        return addresses.getOrDefault(service, "");
    }

    /** Returns the encoded certificate of a service, whose base URL must have been asked for. */
    String certificate(Service service) {
        return service.protocol() == Protocol.CLEARTEXT ? Certificates.NONE : certificate;
    }

    String key() {
        return Simulator.DEFAULT_API_KEY;
    }

    private static PinnedProcess start(Class<?> program, String... arguments) {
        return new PinnedProcess(
                PinnedProcess.SERVER_CORE, OPTIONS, PinnedProcess.CLASS_PATH, program, List.of(arguments));
    }

    private static String line(PinnedProcess server) {
        String line = server.read();
        if (line == null) {
            throw new IllegalStateException("the server did not start");
        }
        return line;
    }

    @Override
    public void close() {
        if (load != null) {
            load.close();
        }
        if (simulated != null) {
            simulated.close();
        }
    }
}
