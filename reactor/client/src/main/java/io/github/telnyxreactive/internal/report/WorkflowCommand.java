package io.github.telnyxreactive.internal.report;

import org.jspecify.annotations.Nullable;

/** Commands to the runner of GitHub Actions, which reads them from the output of a step. */
public final class WorkflowCommand {

    private static final String CUT = "…";

    private WorkflowCommand() {}

    /**
     * Returns a command that shows an annotation.
     *
     * @param level {@code error}, {@code warning} or {@code notice}
     * @param file the path of the file to show it at, {@code null} if there is none
     * @param title the title, any text
     * @param message the message, any text; line breaks are kept
     * @return one line, without its end
     */
    public static String annotation(String level, @Nullable String file, String title, String message) {
        String place = file == null ? "" : "file=" + property(PlainText.printable(file)) + ",";
        return "::" + level + " " + place + "title=" + property(title) + "::" + data(message);
    }

    /**
     * Turns any text into one line of limited length.
     *
     * @param text any text
     * @param maxLength how many characters to keep at most; an ellipsis replaces the rest
     * @return the line
     */
    public static String shortLine(String text, int maxLength) {
        String line = PlainText.oneLine(text);
        return line.codePointCount(0, line.length()) <= maxLength
                ? line
                : line.substring(0, line.offsetByCodePoints(0, maxLength - 1)) + CUT;
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** A colon would end the properties, and a comma this one. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
