package servers;

import io.github.telnyxreactive.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;

/** Calls the simulator through nginx. */
public final class NginxCheck {

    private NginxCheck() {}

    /**
     * Runs the check.
     *
     * @param arguments the folder with the certificate, and the configuration of nginx
     */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        Clients clients = new Clients(work);
        try (Simulator simulator = Simulator.builder().unpagedAssistants(true).start();
                Nginx nginx = Nginx.start(Path.of(arguments[1]), work, port(simulator))) {
            simulator.addAssistants(Assistants.COUNT);
            for (boolean http2 : new boolean[] {false, true}) {
                new Posts(simulator, nginx, clients, http2).check();
                new Outages(simulator, nginx, clients, http2).check();
                // Last, since the end of it may reach into what follows, and would look like an outage.
                new Reloads(simulator, nginx, clients, http2).check();
            }
            Assistants.check("nginx", clients, nginx.port());
        }
        // The event loops of Reactor Netty do not end by themselves.
        System.exit(0);
    }

    private static int port(Simulator simulator) {
        return URI.create(simulator.baseUrl()).getPort();
    }
}
