package io.github.telnyxreactive.internal.json;

import java.time.OffsetDateTime;
import tools.jackson.databind.module.SimpleModule;

/** Replaces the parts of Jackson that are too strict or too slow for models. */
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
