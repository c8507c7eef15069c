package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a golden file must not lose without another version. */
class GoldenTest {

    @Test
    void fieldsHaveTypesWhateverTheirValues() {
        assertThat(WrittenFields.of("{\"a\":null,\"b\":[{\"c\":1,\"d\":\"x\"},{\"d\":null,\"e\":{}}],\"f\":true}"))
                .containsExactlyInAnyOrder(
                        ": OBJECT",
                        ".b: ARRAY",
                        ".b[]: OBJECT",
                        ".b[].c: NUMBER",
                        ".b[].d: STRING",
                        ".b[].e: OBJECT",
                        ".f: BOOLEAN");
    }

    @Test
    void eachEntryOfAJournalHasItsOwn() {
        assertThat(WrittenFields.of("{\"entry\":\"one\",\"a\":1}\n{\"entry\":\"two\",\"b\":2}\n"))
                .contains("one.a: NUMBER", "two.b: NUMBER")
                .doesNotContain("one.b: NUMBER", "two.a: NUMBER");
    }
}
