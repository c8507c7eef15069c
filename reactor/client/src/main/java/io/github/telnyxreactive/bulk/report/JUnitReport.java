package io.github.telnyxreactive.bulk.report;

import io.github.telnyxreactive.internal.file.TargetFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
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
 * {@code testcase} with the name of its test, so that build servers follow it from one build to the next: the id of the test is
 * added if several tests in the suite have the name, and a number if the test was run before. Its {@code classname} is the
 * suite. Version and repeat are added to names only where they tell things in the report apart. The ids of the run, the test
 * and the conversation are in the {@code system-out} of a {@code testcase}, since not all readers allow properties there. The
 * properties of a {@code testsuite} are {@code batch_id}, {@code interrupted}, {@code main_version} if the main version of the
 * assistant was tested, {@code version_id} for each of the first ten other versions that were, and, unless every run has to
 * pass, {@code min_pass_rate_percent} and {@code pass_rule}. The report says what happened: a failed run is one, even if enough
 * runs of its test or enough tests have passed, and build servers show it. A {@code testcase} has the attribute {@code file} if
 * {@link SourceFiles} know the file of its test, and never a line.
 *
 * <p>A failed run has a {@code failure} that names the rubric items that did not pass. Everything else that did not pass has
 * an {@code error}: runs that ended in an error, runs that were given up, runs that had not finished when the batch was
 * interrupted, and runs in an unknown status. An item is a {@code testcase} with an {@code error} as well if it was not
 * triggered (type {@code not_triggered}), if that is not known ({@code unknown}), if it has no run ({@code no_run}), if a test
 * of it was not started ({@code not_started}), or if not all of its runs are known ({@code incomplete}). Each test that was not
 * started is {@code skipped}, with the reason. Since build servers count that as success, it never stands without the error of
 * its item.
 *
 * <p>Times are in seconds. The time of a run is how long the service took for it, 0 if unknown; that of a suite is the sum of
 * its runs, which are executed concurrently; that of the root element is the duration of the batch. The {@code timestamp} of
 * each suite is the start of the batch in UTC. Characters that XML 1.0 forbids are replaced by U+FFFD.
 *
 * <p>The report is written as it is read. What is kept does not depend on the number of runs, but for about 30 bytes for each
 * different name in a suite.
 */
public final class JUnitReport {

    private JUnitReport() {}

    /**
     * Writes a file, in UTF-8. The file appears only once it is complete. Missing parent directories are created. This
     * blocks the calling thread.
     *
     * @param report the report, whose items are read several times
     * @param target the file, which is replaced if it exists; its owner alone may read it, where that is supported
     * @throws IOException if the report cannot be read or the file cannot be written; an existing file is then left
     *     unchanged
     */
    public static void write(BatchReport report, Path target) throws IOException {
        write(report, SourceFiles.NONE, target);
    }

    /**
     * Writes a file, in UTF-8, that names the files of tests. The file appears only once it is complete. Missing parent
     * directories are created. This blocks the calling thread.
     *
     * @param report the report, whose items are read several times
     * @param sources the files of the tests
     * @param target the file, which is replaced if it exists; its owner alone may read it, where that is supported
     * @throws IOException if the report cannot be read or the file cannot be written; an existing file is then left
     *     unchanged
     */
    public static void write(BatchReport report, SourceFiles sources, Path target) throws IOException {
        TargetFile.replace(target, out -> write(report, sources, out));
    }

    /**
     * Writes to a stream, in UTF-8. The stream is flushed and not closed. This blocks the calling thread.
     *
     * @param report the report, whose items are read several times
     * @param out the stream
     * @throws IOException if the report cannot be read or writing fails; what was written by then is not complete
     */
    public static void write(BatchReport report, OutputStream out) throws IOException {
        write(report, SourceFiles.NONE, out);
    }

    /**
     * Writes to a stream, in UTF-8, and names the files of tests. The stream is flushed and not closed. This blocks the calling
     * thread.
     *
     * @param report the report, whose items are read several times
     * @param sources the files of the tests
     * @param out the stream
     * @throws IOException if the report cannot be read or writing fails; what was written by then is not complete
     */
    public static void write(BatchReport report, SourceFiles sources, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            // A factory on the class path might escape differently.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitDocument(report, sources, xml).write();
            xml.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
        text.flush();
    }
}
