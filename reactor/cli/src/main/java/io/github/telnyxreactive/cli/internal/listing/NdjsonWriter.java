package io.github.telnyxreactive.cli.internal.listing;

import io.github.telnyxreactive.json.TelnyxJson;

/** Writes each element as a line of JSON, with the fields that have no name here too. */
public final class NdjsonWriter implements ItemWriter {

    private final LineOutput output;

    /**
     * Creates a writer.
     *
     * @param output where the lines go
     */
    public NdjsonWriter(LineOutput output) {
        this.output = output;
    }

    @Override
    public void write(Object item) {
        TelnyxJson.write(output.line(), item);
        output.endLine();
    }

    @Override
    public void end() {
        output.flush();
    }
}
