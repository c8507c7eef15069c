package io.github.telnyxreactive.cli.internal.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Writes a report as a page in GitHub-flavored Markdown, for people.
 *
 * <p>The page has the verdict and the counts, the suites with the worst first, the rubric items that fail most often, the
 * failed runs with links to their conversations, and the problems. However large the batch, the page stays below the 1 MiB
 * that GitHub allows: each part has a limited number of lines, and says how many it omits. Long names are truncated. External
 * text is never interpreted as markup.
 */
public final class MarkdownReport {

    private MarkdownReport() {}

    /**
     * Writes the file, in UTF-8. The file appears only once it is complete. Missing parent directories are created.
     *
     * @param report the report
     * @param conversationUrlTemplate the URL of a conversation, with <code>{conversation_id}</code> in place of its id, which
     *     is percent-encoded; if blank, ids are shown without a link
     * @param target the file, which is replaced if it exists
     * @throws IOException if the file cannot be written; an existing file is then left unchanged
     */
    public static void write(Report report, String conversationUrlTemplate, Path target) throws IOException {
        Objects.requireNonNull(conversationUrlTemplate, "conversationUrlTemplate");
        TargetFile.replace(target, out -> write(report, new ConversationLink(conversationUrlTemplate), out));
    }

    private static void write(Report report, ConversationLink link, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new MarkdownPage(report, link, text).write();
        text.flush();
    }
}
