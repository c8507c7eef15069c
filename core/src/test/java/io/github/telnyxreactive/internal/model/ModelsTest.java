package io.github.telnyxreactive.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelsTest {

    @Test
    void copiesListsUnlessTheyAreImmutable() {
        List<String> given = new ArrayList<>(List.of("c", "a", "b"));
        List<String> copy = Models.list(given);
        given.clear();

        assertThat(copy).containsExactly("c", "a", "b");
        assertThat(Models.list(copy)).isSameAs(copy);
        assertThat(Models.requiredList(copy, "tags")).isSameAs(copy);
        assertThat(Models.list(null)).isEmpty();
        assertThatThrownBy(() -> copy.add("d")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void rejectsANullElementWithTheNameOfTheFieldIfKnown() {
        List<String> given = Arrays.asList("a", null);

        assertThatThrownBy(() -> Models.list(given))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a list has an element that is null");
        assertThatThrownBy(() -> Models.requiredList(given, "tags"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the field \"tags\" has an element that is null");
        assertThatThrownBy(() -> Models.requiredList(null, "tags"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the required field \"tags\" is missing");
    }

    @Test
    void copiesMapsInOrder() {
        Map<String, Integer> given = new LinkedHashMap<>();
        for (int i = 20; i > 0; i--) {
            given.put("key" + i, i);
        }
        Map<String, Integer> expected = new LinkedHashMap<>(given);
        Map<String, Integer> copy = Models.map(given);
        given.clear();

        assertThat(copy).containsExactlyEntriesOf(expected);
        assertThat(Models.map(null)).isEmpty();
        assertThatThrownBy(() -> copy.put("key", 0)).isInstanceOf(UnsupportedOperationException.class);
    }
}
