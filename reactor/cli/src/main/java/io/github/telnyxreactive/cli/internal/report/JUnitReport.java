package io.github.telnyxreactive.cli.internal.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a report as JUnit XML, of which only what Jenkins, GitLab and the actions of GitHub all understand is used.
 *
 * <p>Each suite of the batch is a {@code testsuite}, and all single tests together are one. Each run is a
 * {@code testcase}, called as its test is, with a number if that name was used before. Its {@code classname} is the suite.
 * The ids of the run, the test and the conversation are in its {@code system-out}.
 *
 * <p>A run that failed has a {@code failure}, which names the rubric items that did not pass. Everything else that did not
 * pass has an {@code error}: runs that ended in one, runs that were given up, runs that had not ended when the batch was
 * interrupted, and runs in a status that nobody knows. An item that was not surely triggered, or of which no run is known,
 * is a {@code testcase} with an {@code error} too. Nothing is ever {@code skipped}, because build servers take that for
 * good, and what is not known must not look like a pass.
 *
 * <p>Times are in seconds. That of a run is how long the service took for it, 0 if that is not known; that of a suite is
 * the sum of its runs, which are executed side by side; that of the whole is how long the batch has taken. The
 * {@code timestamp} of each suite is the start of the batch in UTC. Characters that XML 1.0 forbids are replaced by U+FFFD.
 */
public final class JUnitReport {

    private JUnitReport() {}

    /**
     * Writes the file, in UTF-8. Nobody sees a part of it: it takes its place when it is complete. Directories above it
     * are made where they are missing.
     *
     * @param report what is known of the batch
     * @param target the file, which is replaced if it exists
     * @throws IOException if the file cannot be written; what it held before is then left as it was
     */
    public static void write(Report report, Path target) throws IOException {
        TargetFile.replace(target, out -> write(report, out));
    }

    private static void write(Report report, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            // Not a factory from the class path, whose escaping would be another.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitDocument(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
        text.flush();
    }
}
