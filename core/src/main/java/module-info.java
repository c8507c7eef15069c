/**
 * The Telnyx AI Assistants API as data: models, operations, JSON, errors, and the arithmetic of retries, rates and
 * paging.
 *
 * <p>Packages with {@code internal} in their name belong to the client and the simulator of the same version. They may
 * change at any time.
 */
module io.github.telnyxreactive.core {
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive tools.jackson.core;
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    exports io.github.telnyxreactive.error;
    exports io.github.telnyxreactive.http;
    exports io.github.telnyxreactive.json;
    exports io.github.telnyxreactive.model;
    exports io.github.telnyxreactive.model.assistant;
    exports io.github.telnyxreactive.model.assistanttest;
    exports io.github.telnyxreactive.model.canarydeploy;
    exports io.github.telnyxreactive.model.chat;
    exports io.github.telnyxreactive.model.flow;
    exports io.github.telnyxreactive.model.integration;
    exports io.github.telnyxreactive.model.limit;
    exports io.github.telnyxreactive.model.mcpserver;
    exports io.github.telnyxreactive.model.scheduledevent;
    exports io.github.telnyxreactive.model.setting;
    exports io.github.telnyxreactive.model.sharedtool;
    exports io.github.telnyxreactive.model.tag;
    exports io.github.telnyxreactive.model.testrun;
    exports io.github.telnyxreactive.model.tool;
    exports io.github.telnyxreactive.model.tooltest;
    exports io.github.telnyxreactive.operation;
    exports io.github.telnyxreactive.page;
    exports io.github.telnyxreactive.policy;
    exports io.github.telnyxreactive.internal.chat to
            io.github.telnyxreactive.client;
    exports io.github.telnyxreactive.internal.check to
            io.github.telnyxreactive.client;
    exports io.github.telnyxreactive.internal.error to
            io.github.telnyxreactive.client;
    exports io.github.telnyxreactive.internal.http to
            io.github.telnyxreactive.client;
    exports io.github.telnyxreactive.internal.json to
            io.github.telnyxreactive.client,
            io.github.telnyxreactive.simulator;
    exports io.github.telnyxreactive.internal.page to
            io.github.telnyxreactive.client;
    exports io.github.telnyxreactive.internal.policy to
            io.github.telnyxreactive.client;
    exports io.github.telnyxreactive.internal.text to
            io.github.telnyxreactive.client;
    exports io.github.telnyxreactive.internal.time to
            io.github.telnyxreactive.client;

    // Jackson instantiates the classes of these packages that the annotations of models refer to.
    exports io.github.telnyxreactive.internal.model to
            io.github.telnyxreactive.client,
            tools.jackson.databind;

    opens io.github.telnyxreactive.model to
            tools.jackson.databind;
    opens io.github.telnyxreactive.model.flow to
            tools.jackson.databind;
    opens io.github.telnyxreactive.model.tool to
            tools.jackson.databind;
}
