package io.github.telnyxreactive.cli.internal.listing;

import io.github.telnyxreactive.json.TelnyxJson;

/** Writes each element as a line of JSON, including fields that the models do not know. */
public final class NdjsonWriter implements ItemWriter {

    private final LineOutput output;

    /**
     * Creates a writer.
     *
     * @param output the output
     */
    public NdjsonWriter(LineOutput output) {
        this.output = output;
    }

    @Override
    public void write(Object item) {
        TerminalSafeJson.append(TelnyxJson.write(item), output.line());
        output.endLine();
    }

    @Override
    public void end() {
        output.flush();
    }
}
