package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuilderJavadocTest {

    static List<ModelRow> rows() {
        return ModelTableTest.rowsWithBuilder().toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void settersHaveTheDescriptionOfTheComponent(ModelRow row) throws IOException {
        String model = source(Path.of("src/main/java"), row.model().getName());
        String builder = source(
                Path.of("target/generated-sources/annotations"), row.model().getName() + "Builder");

        for (RecordComponent component : row.model().getRecordComponents()) {
            Matcher tag = Pattern.compile("@param " + component.getName() + " .*?(?= @|\\*/)")
                    .matcher(model);
            assertThat(tag.find()).as(component.getName()).isTrue();
            assertThat(builder)
                    .containsPattern(Pattern.quote("Sets {@code " + component.getName() + "}. "
                                    + tag.group().strip() + " @return this builder */")
                            + "[^*]* public " + row.model().getSimpleName() + "Builder " + component.getName() + "\\(");
        }
    }

    /** Returns a source in which whitespace and the leading asterisks of Javadoc are collapsed into single spaces. */
    private static String source(Path root, String type) throws IOException {
        return Files.readString(root.resolve(type.replace('.', '/') + ".java"))
                .replaceAll("\n *\\*(?!/)", " ")
                .replaceAll("\\s+", " ");
    }
}
