package io.github.telnyxreactive.cli.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.TableLayout;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of tests on terminals of some widths. */
class TableWriterTest {

    private static final List<Column> COLUMNS = List.of(
            Column.id("ID", "id", 36),
            Column.text("NAME", "name", 40),
            Column.text("SUITE", "suite", 20),
            Column.value("CHANNEL", "channel", 10));
    private static final String ID = "5b0a6c1e-0000-4000-8000-00000000000";

    private static String table(int columns) {
        return table(
                columns,
                List.of(
                        test("1", "Refund", "checkout"),
                        test("2", "long ".repeat(48), "s".repeat(240)),
                        test("3", "返金を求めるお客様に対応する担当者のテストです", "決済"),
                        test("4", "Family 👩‍👩‍👧 ❤️ 🇯🇵 \u001b[2J", "cafe\u0301")));
    }

    private static String table(int columns, List<Map<String, String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter writer =
                new TableWriter(new LineOutput(out, false), COLUMNS, Style.PLAIN, StandardCharsets.UTF_8, columns);
        rows.forEach(writer::write);
        writer.end();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> test(String number, String name, String suite) {
        return Map.of("id", ID + number, "name", name, "suite", suite, "channel", "phone_call");
    }

    @Test
    void at40Columns() {
        assertThat(table(40)).isEqualTo("""
                ID
                  NAME
                  SUITE                 CHANNEL
                5b0a6c1e-0000-4000-8000-000000000001
                  Refund
                  checkout              phone_call
                5b0a6c1e-0000-4000-8000-000000000002
                  long long long long long long long lo…
                  sssssssssssssssssss…  phone_call
                5b0a6c1e-0000-4000-8000-000000000003
                  返金を求めるお客様に対応する担当者の…
                  決済                  phone_call
                5b0a6c1e-0000-4000-8000-000000000004
                  Family 👩‍👩‍👧 ❤️ 🇯🇵 ?[2J
                  café                  phone_call
                """);
    }

    @Test
    void at80Columns() {
        assertThat(table(80)).isEqualTo("""
                ID                                    NAME            SUITE           CHANNEL
                5b0a6c1e-0000-4000-8000-000000000001  Refund          checkout        phone_call
                5b0a6c1e-0000-4000-8000-000000000002  long long lon…  sssssssssssss…  phone_call
                5b0a6c1e-0000-4000-8000-000000000003  返金を求める…   決済            phone_call
                5b0a6c1e-0000-4000-8000-000000000004  Family 👩‍👩‍👧 ❤️ …  café            phone_call
                """);
    }

    @Test
    void at200Columns() {
        assertThat(table(200)).isEqualTo("""
                ID                                    NAME                                      SUITE                 CHANNEL
                5b0a6c1e-0000-4000-8000-000000000001  Refund                                    checkout              phone_call
                5b0a6c1e-0000-4000-8000-000000000002  long long long long long long long long…  sssssssssssssssssss…  phone_call
                5b0a6c1e-0000-4000-8000-000000000003  返金を求めるお客様に対応する担当者のテ…   決済                  phone_call
                5b0a6c1e-0000-4000-8000-000000000004  Family 👩‍👩‍👧 ❤️ 🇯🇵 ?[2J                      café                  phone_call
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 21, 37, 40, 41, 60, 79, 80, 81, 111, 112, 200})
    void noLineIsWiderThanTheTerminal(int columns) {
        assertThat(table(columns).lines())
                .allSatisfy(line -> assertThat(Text.width(line)).as(line).isLessThanOrEqualTo(columns));
    }

    @Test
    void idsAreWholeIfTheyFit() {
        String longer = "assistant-" + ID + "1";

        assertThat(table(47, List.of(Map.of("id", longer, "name", "n")))).contains("\n" + longer + "\n");
        assertThat(table(30, List.of(Map.of("id", longer, "name", "n"))))
                .contains("\n" + longer.substring(0, 29) + "…\n");
    }

    @Test
    void aTableThatIsNotForATerminalKeepsIdsWhole() {
        String longer = "assistant-" + ID + "1";

        assertThat(table(TableLayout.UNLIMITED, List.of(Map.of("id", longer, "name", "long ".repeat(48)))))
                .contains("\n" + longer + "  long long long long long long long long…");
    }
}
