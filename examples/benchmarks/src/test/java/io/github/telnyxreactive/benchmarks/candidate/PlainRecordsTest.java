package io.github.telnyxreactive.benchmarks.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.benchmarks.Samples;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;

/** Checks that the comparison is fair: the plain records have the fields of the models, and the samples have no others. */
class PlainRecordsTest {

    private static final String MODELS = "io.github.telnyxreactive.model.";
    private static final List<String> PACKAGES =
            List.of("assistant", "assistanttest", "flow", "setting", "testrun", "tool");

    static Stream<Class<?>> plainRecords() {
        return Stream.of(
                        AssistantRecords.class,
                        FlowRecords.class,
                        RunRecords.class,
                        SettingRecords.class,
                        TestRecords.class,
                        ToolRecords.class)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .filter(Class::isRecord);
    }

    @ParameterizedTest
    @MethodSource("plainRecords")
    void plainRecordHasTheFieldsOfItsModel(Class<?> plain) {
        List<String> ofModel = fields(model(plain.getSimpleName()));

        assertThat(ofModel).endsWith("additionalProperties");
        assertThat(fields(plain)).isEqualTo(ofModel.subList(0, ofModel.size() - 1));
    }

    private static Class<?> model(String name) {
        for (String part : PACKAGES) {
            try {
                return Class.forName(MODELS + part + "." + name);
            } catch (ClassNotFoundException e) {
                // It is in another package.
            }
        }
        throw new AssertionError("no model " + name);
    }

    private static List<String> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void sampleHasOnlyKnownFields(Samples sample) {
        byte[] json = sample.json(7);
        ObjectReader strict = switch (sample) {
            case ASSISTANT -> PlainReaders.ASSISTANT;
            case TEST -> PlainReaders.MAPPER.readerFor(TestRecords.AssistantTest.class);
            case RUN -> PlainReaders.RUN;
        };

        Object plain =
                strict.with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(json);

        assertThat(plain).isNotNull();
    }
}
