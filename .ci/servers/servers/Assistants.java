package servers;

import io.github.telnyxreactive.TelnyxClient;
import io.github.telnyxreactive.model.assistant.Assistant;

/** A call for each element of a list that is longer than the buffers on its way, over HTTP/2. */
final class Assistants {

    static final int COUNT = 400;

    private Assistants() {}

    static void check(String server, Clients clients, int port) {
        // Not 1, which the list would hold after the server has left it.
        for (int connections : new int[] {2, 512}) {
            try (TelnyxClient client =
                    clients.to(port, true).maxConnections(connections).build()) {
                var assistants = client.ai().assistants();
                long read = assistants
                        .list()
                        .concatMap(each -> assistants.retrieve(each.id()).filter(same -> isSame(same, each)))
                        .count()
                        .block(Check.LIMIT);
                Check.equal(read, (long) COUNT, "assistants that were listed and retrieved");
            }
        }
        System.out.println(server + ": each of " + COUNT + " assistants retrieved while they are listed");
    }

    private static boolean isSame(Assistant one, Assistant other) {
        return one.id().equals(other.id()) && one.name().equals(other.name());
    }
}
