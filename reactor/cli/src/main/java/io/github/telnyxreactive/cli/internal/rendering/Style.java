package io.github.telnyxreactive.cli.internal.rendering;

import io.github.telnyxreactive.model.testrun.TestRunStatus;
import java.util.Map;

/** How text is highlighted: in colour where colours are supported, and not at all elsewhere. */
public enum Style {
    /** Plain text. */
    PLAIN,
    /** Text with the colours of terminals. */
    COLOURED;

    private static final String RED = "31";
    private static final String GREEN = "32";
    private static final String YELLOW = "33";
    private static final String MAGENTA = "35";
    private static final String BOLD = "1";

    private static final Map<TestRunStatus, String> COLOURS = Map.of(
            TestRunStatus.PASSED, GREEN,
            TestRunStatus.FAILED, RED,
            TestRunStatus.ERROR, MAGENTA);

    /**
     * Highlights text about runs in a status.
     *
     * @param text the text
     * @param status the status
     * @return the text in the colour of the status; unknown statuses look like running ones, pending is not coloured
     */
    public String status(String text, TestRunStatus status) {
        return status.equals(TestRunStatus.PENDING) ? text : in(COLOURS.getOrDefault(status, YELLOW), text);
    }

    /**
     * Counts runs in a status.
     *
     * @param number the number of runs
     * @param word what they are
     * @param status the status whose colour is used
     * @return the number and the word, highlighted if there are any
     */
    String count(int number, String word, TestRunStatus status) {
        String text = number + " " + word;
        return number == 0 ? text : status(text, status);
    }

    /**
     * Highlights a heading.
     *
     * @param text the text
     * @return the text in bold
     */
    public String heading(String text) {
        return in(BOLD, text);
    }

    /**
     * Highlights bad news.
     *
     * @param text the text
     * @return the text in red
     */
    public String alarm(String text) {
        return in(RED, text);
    }

    /** Returns highlighted text without its colours. */
    static String withoutColours(String text) {
        return text.replaceAll("\u001b\\[\\d+m", "");
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
