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
 * Writes a report as JUnit XML, limited to what Jenkins, GitLab and GitHub actions all understand.
 *
 * <p>Each suite of the batch is a {@code testsuite}, and all single tests together are another one. Each run is a
 * {@code testcase} with the name of its test, followed by a number if the name was used before. Its {@code classname} is the
 * suite. The ids of the run, the test and the conversation are in its {@code system-out}.
 *
 * <p>A failed run has a {@code failure} that names the rubric items that did not pass. Everything else that did not pass has
 * an {@code error}: runs that ended in an error, runs that were given up, runs that had not finished when the batch was
 * interrupted, and runs in an unknown status. An item that was not, or may not have been, triggered, or that has no known
 * run, is a {@code testcase} with an {@code error} as well. Nothing is ever {@code skipped}, because build servers count that
 * as success, and what is unknown must not look like a pass.
 *
 * <p>Times are in seconds. The time of a run is how long the service took for it, 0 if unknown; that of a suite is the sum of
 * its runs, which are executed concurrently; that of the root element is the duration of the batch. The {@code timestamp} of
 * each suite is the start of the batch in UTC. Characters that XML 1.0 forbids are replaced by U+FFFD.
 */
public final class JUnitReport {

    private JUnitReport() {}

    /**
     * Writes the file, in UTF-8. The file appears only once it is complete. Missing parent directories are created.
     *
     * @param report the report
     * @param target the file, which is replaced if it exists
     * @throws IOException if the file cannot be written; an existing file is then left unchanged
     */
    public static void write(Report report, Path target) throws IOException {
        TargetFile.replace(target, out -> write(report, out));
    }

    private static void write(Report report, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            // A factory on the class path might escape differently.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitDocument(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
        text.flush();
    }
}
