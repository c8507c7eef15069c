package io.github.telnyxreactive.internal.json;

import java.time.OffsetDateTime;
import tools.jackson.databind.module.SimpleModule;

/** How models are read, where Jackson's own way is stricter or slower. */
final class ModelModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    ModelModule() {
        super("telnyx");
        addDeserializer(OffsetDateTime.class, new OffsetDateTimeDeserializer());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new RecordInstantiators());
    }
}
