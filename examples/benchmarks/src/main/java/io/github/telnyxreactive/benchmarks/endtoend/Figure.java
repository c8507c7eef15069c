package io.github.telnyxreactive.benchmarks.endtoend;

/** What is measured, each with its unit. */
public enum Figure {

    /** CPU time of the process for each call or element. */
    CPU("CPU, µs", "%.2f"),

    /** Bytes allocated on the heap for each call or element. */
    ALLOCATED("allocated, B", "%.0f"),

    /** The time that half of the calls took at the most. */
    P50("p50, µs", "%.0f"),

    /** The time that 99 of 100 calls took at the most. */
    P99("p99, µs", "%.0f"),

    /** How long all of it took. */
    WALL("wall, ms", "%.0f"),

    /** How long the first element took, from subscribing on. */
    FIRST("first element, ms", "%.2f"),

    /** The most threads that there were at once, those of the virtual machine that Java sees among them. */
    THREADS("threads", "%.0f"),

    /** What is left on the heap after a collection when all is done. */
    LIVE("live heap, MB", "%.2f"),

    /** What is left on the heap after a collection in the midst of it, above what was there before. */
    HELD("held meanwhile, MB", "%.2f"),

    /** The same for each request in flight. */
    HELD_BY_REQUEST("held by a request, B", "%.0f"),

    /** Calls that failed. */
    FAILED("failed", "%.0f"),

    /** Requests for each run. */
    REQUESTS("requests", "%.3f"),

    /** How long the first client took to be built. */
    FIRST_BUILD("first build, ms", "%.1f"),

    /** How long each further client took to be built. */
    NEXT_BUILD("next build, ms", "%.2f"),

    /** CPU time of the process in ten seconds in which nothing was asked of it. */
    IDLE_CPU("CPU in 10 s idle, ms", "%.1f"),

    /** Whether it came to its end: 1, or 0 where the process died. */
    COMPLETED("completed", "%.0f");

    private final String title;
    private final String format;

    Figure(String title, String format) {
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
