package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.file.TargetFile;
import io.github.telnyxreactive.internal.report.ConversationLink;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes a report as a page in GitHub-flavored Markdown, for people.
 *
 * <p>The page has the verdict and the counts, what the batch has to reach if anything but that every run passes, the suites
 * with the worst first, the rubric items that fail most often, the failed runs with links to their conversations, and the
 * problems: items without a result, tests that were not started, and runs that were given up or have not ended. However large
 * the batch, the page stays below the 1 MiB that GitHub allows: each part has a limited number of lines, and says how many it
 * omits. Long names are truncated. External text is never interpreted as markup.
 *
 * <p>What is kept in memory does not depend on the number of runs, but for about 20 bytes for each different name of a suite
 * or of a rubric item that has failed, and 8 bytes for each run unless every run has to pass.
 */
public final class MarkdownReport {

    private MarkdownReport() {}

    /**
     * Writes a file, in UTF-8. The file appears only once it is complete. Missing parent directories are created. This
     * blocks the calling thread.
     *
     * @param report the report, whose items are read several times
     * @param conversationUrlTemplate the URL of a conversation, with <code>{conversation_id}</code> in place of its id, which
     *     is percent-encoded; if blank, ids are shown without a link
     * @param target the file, which is replaced if it exists; its owner alone may read it, where that is supported
     * @throws IOException if the report cannot be read or the file cannot be written; an existing file is then left
     *     unchanged
     */
    public static void write(BatchReport report, String conversationUrlTemplate, Path target) throws IOException {
        Objects.requireNonNull(conversationUrlTemplate, "conversationUrlTemplate");
        TargetFile.replace(target, out -> write(report, conversationUrlTemplate, out));
    }

    /**
     * Writes to a stream, in UTF-8. The stream is flushed and not closed. This blocks the calling thread.
     *
     * @param report the report, whose items are read several times
     * @param conversationUrlTemplate the URL of a conversation, with <code>{conversation_id}</code> in place of its id, which
     *     is percent-encoded; if blank, ids are shown without a link
     * @param out the stream
     * @throws IOException if the report cannot be read or writing fails; what was written by then is not complete
     */
    public static void write(BatchReport report, String conversationUrlTemplate, OutputStream out) throws IOException {
        Objects.requireNonNull(conversationUrlTemplate, "conversationUrlTemplate");
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            new MarkdownPage(report, new ConversationLink(conversationUrlTemplate), text).write();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        text.flush();
    }
}
