package io.github.telnyxreactive.benchmarks.endtoend;

/** What is measured, with its unit. */
public enum Metric {

    /** The CPU time of the process per call or element. */
    CPU("CPU, µs", "%.2f"),

    /** The bytes allocated on the heap per call or element. */
    ALLOCATED("allocated, B", "%.0f"),

    /** The median of the duration of calls. */
    P50("p50, µs", "%.0f"),

    /** The 99th percentile of the duration of calls. */
    P99("p99, µs", "%.0f"),

    /** The median of the duration of calls on an idle connection. */
    P50_IDLE("p50 idle, µs", "%.0f"),

    /** The 99th percentile of the duration of calls on an idle connection. */
    P99_IDLE("p99 idle, µs", "%.0f"),

    /** The median in relation to that on an idle connection. */
    P50_TO_IDLE("p50 / idle", "%.2f"),

    /** The 99th percentile in relation to that on an idle connection. */
    P99_TO_IDLE("p99 / idle", "%.2f"),

    /** The elapsed time of the round. */
    WALL("wall, ms", "%.0f"),

    /** The time from subscribing to the first element. */
    FIRST("first element, ms", "%.2f"),

    /** The peak number of threads, including those of the JVM that Java counts. */
    THREADS("threads", "%.0f"),

    /** The heap in use after a garbage collection at the end of the round. */
    LIVE("live heap, MB", "%.2f"),

    /** The heap in use after a garbage collection halfway through, above that of the idle process. */
    HELD("held meanwhile, MB", "%.2f"),

    /** The same per request in flight. */
    HELD_BY_REQUEST("held by a request, B", "%.0f"),

    /** The number of calls that failed. */
    FAILED("failed", "%.0f"),

    /** The number of requests per run. */
    REQUESTS("requests", "%.3f"),

    /** The time to build the first client. */
    FIRST_BUILD("first build, ms", "%.1f"),

    /** The time to build each further client. */
    NEXT_BUILD("next build, ms", "%.2f"),

    /** The CPU time of the process in ten seconds without requests. */
    IDLE_CPU("CPU in 10 s idle, ms", "%.1f"),

    /** Whether the round completed: 1, or 0 if not or if the process died. */
    COMPLETED("completed", "%.0f");

    private final String title;
    private final String format;

    Metric(String title, String format) {
        this.title = title;
        this.format = format;
    }

    String title() {
        return title;
    }

    String format() {
        return format;
    }
}
