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
 * Writes a report as a page in GitHub-flavoured Markdown, for people.
 *
 * <p>It has the verdict and the counts, the suites with the worst first, the rubric items that fail most, the runs that
 * failed with a link to their conversation, and the problems. However large the batch, the page stays below the 1 MiB that
 * GitHub allows: each part shows so many lines at most, and says how many it leaves out. Long names are cut. Nothing that
 * comes from outside is taken for markup.
 */
public final class MarkdownReport {

    private MarkdownReport() {}

    /**
     * Writes the file, in UTF-8. Nobody sees a part of it: it takes its place when it is complete. Directories above it
     * are made where they are missing.
     *
     * @param report what is known of the batch
     * @param conversationUrlTemplate the address of a conversation, with <code>{conversation_id}</code> where its id
     *     belongs, which is percent-encoded; if blank, the ids are shown without a link
     * @param target the file, which is replaced if it exists
     * @throws IOException if the file cannot be written; what it held before is then left as it was
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
