package io.github.telnyxreactive.benchmarks.candidate;

import java.util.function.Function;

/** All candidates, with the names that the tables use. */
public enum Candidates {

    /** Written by hand on Reactor Netty. */
    FLOOR("floor", Floor::new),

    /** This project. */
    TELNYX("telnyx-reactive", target -> new Telnyx(target, list -> list)),

    /** This project, prefetching pages. */
    TELNYX_PREFETCH("telnyx-reactive, prefetchPages(2)", target -> new Telnyx(target, list -> list.prefetchPages(2))),

    /** This project, requesting several pages at once. */
    TELNYX_CONCURRENT(
            "telnyx-reactive, concurrentPages(8)", target -> new Telnyx(target, list -> list.concurrentPages(8))),

    /** Spring's {@code WebClient}. */
    WEB_CLIENT("Spring WebClient", SpringWebClient::new),

    /** The JDK's {@code HttpClient}. */
    JDK("JDK HttpClient", JdkHttpClient::new),

    /** OkHttp. */
    OKHTTP("OkHttp", OkHttp::new);

    private static final String PROJECT = "telnyx-reactive";

    private final String title;
    private final Function<Target, Candidate> factory;

    Candidates(String title, Function<Target, Candidate> factory) {
        this.title = title;
        this.factory = factory;
    }

    /**
     * Returns the name that the tables use.
     *
     * @return the name
     */
    public String title() {
        return title;
    }

    /**
     * Returns whether this is the client of this project, which can be compared with a baseline.
     *
     * @return whether it is
     */
    public boolean isOfThisProject() {
        return title.startsWith(PROJECT);
    }

    /**
     * Returns the name that the tables use for the baseline of this candidate.
     *
     * @return the name
     */
    public String baselineTitle() {
        return title.replace(PROJECT, "baseline");
    }

    /**
     * Creates the client.
     *
     * @param target where it sends its calls
     * @return the client
     */
    public Candidate create(Target target) {
        return factory.apply(target);
    }
}
