package io.github.telnyxreactive.bulk.report;

/** Takes the items of a report one after another, in parts, so that none has to be held as a whole. */
interface ReportSink {

    /** Takes a run of the item that {@link #end} will name. */
    void add(ReportedRun run);

    /** Takes a test that was not started, of the item that {@link #end} will name. */
    void add(NotStarted test);

    /** Takes an item without its runs and tests, all of which were taken before. */
    void end(ReportedItem item);
}
