package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.simulator.Simulator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The servers, each started when it is first needed. */
final class Services implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx1g", "-XX:MaxDirectMemorySize=1g");
    private static final String[] DELAYS_MILLIS = {"0", "20", "2000"};

    private final Map<Workload.Service, String> addresses = new EnumMap<>(Workload.Service.class);
    private @Nullable PinnedProcess load;
    private @Nullable PinnedProcess simulated;

    String baseUrl(Workload.Service service) {
        if (!addresses.containsKey(service)) {
            if (service == Workload.Service.SIMULATED) {
                simulated = start(SimulatorProcess.class);
                addresses.put(service, line(simulated));
            } else {
                load = start(LoadServer.class, DELAYS_MILLIS);
                String[] ports = line(load).strip().split(" ");
                for (int i = 0; i < ports.length; i++) {
                    addresses.put(Workload.Service.values()[i], "http://127.0.0.1:" + ports[i] + "/v2");
                }
            }
        }
        return addresses.getOrDefault(service, "");
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
