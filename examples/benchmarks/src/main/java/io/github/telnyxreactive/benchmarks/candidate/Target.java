package io.github.telnyxreactive.benchmarks.candidate;

/**
 * Where a candidate sends its calls, and how many connections it may hold.
 *
 * @param baseUrl the base URL of the service
 * @param connections the maximum number of connections
 * @param pendingAcquires the maximum number of calls that wait for a connection
 * @param key the API key
 */
public record Target(String baseUrl, int connections, int pendingAcquires, String key) {

    static final String ID = "00000000-0000-4000-8000-000000000042";
    static final String VERSION = "00000000-0000-4000-8000-000000000007";

    String authorization() {
        return "Bearer " + key;
    }
}
