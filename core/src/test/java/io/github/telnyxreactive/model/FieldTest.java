package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {

    @Test
    void fieldIsInExactlyOneOfThreeStates() {
        assertThat(Field.set("x").isUnchanged()).isFalse();
        assertThat(Field.set("x").isClear()).isFalse();
        assertThat(Field.set("x").value()).contains("x");
        assertThat(Field.clear().isUnchanged()).isFalse();
        assertThat(Field.clear().isClear()).isTrue();
        assertThat(Field.clear().value()).isEmpty();
        assertThat(Field.unchanged().isUnchanged()).isTrue();
        assertThat(Field.unchanged().isClear()).isFalse();
        assertThat(Field.unchanged().value()).isEmpty();
    }

    @Test
    void nullFieldMeansUnchanged() {
        Field<String> field = Field.set("x");

        assertThat(Field.orUnchanged(null)).isSameAs(Field.unchanged());
        assertThat(Field.orUnchanged(field)).isSameAs(field);
    }

    @Test
    void rejectsNullAndRefersToClear() {
        assertThatNullPointerException().isThrownBy(() -> Field.set(null)).withMessageContaining("Field.clear()");
    }

    @Test
    void copiesAList() {
        List<String> list = new ArrayList<>(List.of("a"));
        Field<List<String>> field = Field.set(list);
        list.add("b");

        assertThat(field.value()).contains(List.of("a"));
    }

    @Test
    void fieldsWithEqualStateAndValueAreEqual() {
        assertThat(Field.set("x")).isEqualTo(Field.set("x")).hasSameHashCodeAs(Field.set("x"));
        assertThat(Field.set("x")).isNotEqualTo(Field.set("y")).isNotEqualTo(Field.clear());
        assertThat(Field.clear()).isEqualTo(Field.clear()).isNotEqualTo(Field.unchanged());
        assertThat(Field.unchanged()).isEqualTo(Field.unchanged()).isNotEqualTo(Field.set("unchanged"));
    }

    @Test
    void toStringHasTheState() {
        assertThat(List.of(Field.set(1), Field.clear(), Field.unchanged()))
                .map(Object::toString)
                .containsExactly("set(1)", "clear", "unchanged");
    }
}
