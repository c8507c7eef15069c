package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.cli.internal.progress.RunPhase;

/** How text is set off: in colour where colours are shown, and not at all elsewhere. */
public enum Style {
    /** Text alone. */
    PLAIN,
    /** Text with the colours of terminals. */
    COLOURED;

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String MAGENTA = "35";
    private static final String BOLD = "1";

    /**
     * Sets off text that tells how far a run has come.
     *
     * @param text the text
     * @param phase how far the run has come
     * @return the text in the colour of the phase
     */
    public String phase(String text, RunPhase phase) {
        return switch (phase) {
            case PENDING -> text;
            case RUNNING -> in(YELLOW, text);
            case PASSED -> in(GREEN, text);
            case FAILED -> in(RED, text);
            case ERROR -> in(MAGENTA, text);
        };
    }

    /**
     * Sets off a heading.
     *
     * @param text the text
     * @return the text in bold
     */
    public String heading(String text) {
        return in(BOLD, text);
    }

    /**
     * Sets off bad news.
     *
     * @param text the text
     * @return the text in red
     */
    public String alarm(String text) {
        return in(RED, text);
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
