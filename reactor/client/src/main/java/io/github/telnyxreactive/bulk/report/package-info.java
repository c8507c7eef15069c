/**
 * Reports of batches: what was to run, what has run, and how it ended, as JUnit XML, Markdown and annotations of GitHub
 * Actions, and as JSON that can be read back; what two reports differ in; and what a release gate has found out about a version,
 * as JSON.
 *
 * <pre>{@code
 * BatchProgress progress = new BatchProgress(); // has accepted the events of a batch
 * BatchReport report = BatchReport.builder("nightly", startedAt, elapsed, () -> progress.items().stream()
 *                 .map(item -> ReportedItem.builder(item, testNames::get).build())
 *                 .iterator())
 *         .build();
 * JUnitReport.write(report, Path.of("report.xml"));
 * }</pre>
 *
 * <p>A batch with a journal is reported from it, which takes little memory however many runs there are: see
 * {@link io.github.telnyxreactive.bulk.report.JournalReport}.
 *
 * <p>Writing and reading block the calling thread: it must not be one of Reactor's non-blocking threads.
 */
@NullMarked
package io.github.telnyxreactive.bulk.report;

import org.jspecify.annotations.NullMarked;
