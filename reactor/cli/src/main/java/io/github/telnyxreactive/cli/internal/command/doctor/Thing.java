package io.github.telnyxreactive.cli.internal.command.doctor;

/** What an operation has to be given the id of. */
enum Thing {
    ASSISTANT("assistant"),
    VERSION("version"),
    EVENT("scheduled event"),
    TEST("test"),
    SUITE("suite"),
    RUN("run"),
    TEST_OF_RUN("run"),
    TOOL("shared tool"),
    MCP_SERVER("MCP server"),
    INTEGRATION("integration"),
    CONNECTION("connection");

    private final String noun;

    Thing(String noun) {
        this.noun = noun;
    }

    @Override
    public String toString() {
        return noun;
    }
}
