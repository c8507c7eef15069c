package io.github.telnyxreactive.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** Compares the results of the fast parser with those of the formatter. */
class FastIsoDateTimeTest {

    private static final List<String> OFFSETS = List.of(
            "Z", "+00:00", "-00:00", "+01:00", "-03:30", "+05:45", "-00:30", "+17:59", "+18:00", "-18:00", "+12:59");
    private static final List<String> UNUSUAL_OFFSETS = List.of(
            "",
            "z",
            "ZZ",
            "+18:01",
            "-18:01",
            "+18:59",
            "+19:00",
            "-19:00",
            "+23:59",
            "+24:00",
            "+99:00",
            "+01:59",
            "+01:60",
            "+01:99",
            "+1:00",
            "+01",
            "+0100",
            "+01:0",
            "+01:00:00",
            "+01:00:30",
            "+01-00",
            "01:00",
            "*01:00",
            "\u221201:00",
            " Z",
            "Z ",
            "[UTC]",
            "Z[UTC]",
            "+\u0660\u0661:00");
    private static final List<String> YEARS =
            List.of("0000", "0001", "1600", "1900", "1999", "2000", "2023", "2024", "2026", "9999");
    private static final String UNUSUAL_CHARACTERS =
            "0919-+:.,/TtZz W\u0000\u007f\u00b2\u0660\u0665\u06f3\u0967\uff10\uff19\u2212";

    private final Random random = new Random(20260302);

    @Test
    void parsesEveryCommonTextWithoutTheFormatter() {
        for (int i = 0; i < 20_000; i++) {
            String text = date(12, 28) + "T" + time(24, 60, 60) + fraction(9) + oneOf(OFFSETS);

            assertThat(FastIsoDateTime.parse(text))
                    .as(text)
                    .isNotNull()
                    .isEqualTo(OffsetDateTimeDeserializer.parse(text));
        }
    }

    @Test
    void rejectsOutOfRangeNumbersLikeTheFormatter() {
        for (int i = 0; i < 20_000; i++) {
            compare(date(14, 33) + "T" + time(26, 62, 62) + fraction(10) + oneOf(OFFSETS));
        }
    }

    @Test
    void acceptsTheSameDaysAsTheFormatter() {
        for (String year : YEARS) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    compare("%s-%02d-%02dT09:14:27Z".formatted(year, month, day));
                }
            }
        }
    }

    @Test
    void acceptsTheSameOffsetsAsTheFormatter() {
        for (char sign : new char[] {'+', '-'}) {
            for (int hours = 0; hours <= 25; hours++) {
                for (int minutes = 0; minutes <= 61; minutes++) {
                    compare("2026-03-02T09:14:27.5%s%02d:%02d".formatted(sign, hours, minutes));
                }
            }
        }
        for (String offset : UNUSUAL_OFFSETS) {
            compare("2026-03-02T09:14:27" + offset);
            compare("2026-03-02T09:14:27.318204" + offset);
        }
    }

    @Test
    void handlesATextCorruptedAtOnePositionLikeTheFormatter() {
        List<String> texts = new ArrayList<>(List.of("2026-03-02T09:14:27Z", "2026-03-02T09:14:27+01:00"));
        for (int digits = 0; digits <= 10; digits++) {
            texts.add("2024-02-29T23:59:59." + "318204567890".substring(0, digits) + "Z");
            texts.add("2024-02-29T23:59:59." + "000000000000".substring(0, digits) + "-18:00");
        }
        for (String text : texts) {
            compare(text);
            for (int position = 0; position <= text.length(); position++) {
                compare(text.substring(0, position));
                compare(text.substring(position));
                if (position < text.length()) {
                    compare(text.substring(0, position) + text.substring(position + 1));
                }
                for (char character : UNUSUAL_CHARACTERS.toCharArray()) {
                    compare(text.substring(0, position) + character + text.substring(position));
                    if (position < text.length()) {
                        compare(text.substring(0, position) + character + text.substring(position + 1));
                    }
                }
            }
        }
    }

    @Test
    void handlesATextCorruptedAtSeveralPositionsLikeTheFormatter() {
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(date(12, 31) + "T" + time(24, 60, 60) + fraction(10));
            text.append(random.nextBoolean() ? oneOf(OFFSETS) : oneOf(UNUSUAL_OFFSETS));
            for (int corrupted = random.nextInt(4); corrupted > 0; corrupted--) {
                text.setCharAt(
                        random.nextInt(text.length()),
                        UNUSUAL_CHARACTERS.charAt(random.nextInt(UNUSUAL_CHARACTERS.length())));
            }
            compare(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-03-02",
                "2026-03-02T09:14",
                "2026-03-02T09:14:27",
                "2026-03-02T09:14:27.5",
                "2026-03-02T09:14:27.5+01:00:30",
                "+12026-03-02T09:14:27Z",
                "-2026-03-02T09:14:27Z",
                "-026-03-02T09:14:27Z",
                "2026-03-02T09:14:27.Z",
                "2026-03-02T09:14:27.1234567890Z",
                "2026-03-02T09:14:27.99999999999999999999999Z"
            })
    void leavesOtherFormatsToTheFormatter(String text) {
        assertThat(FastIsoDateTime.parse(text)).isNull();
        compare(text);
    }

    private static void compare(String text) {
        OffsetDateTime expected = orNull(OffsetDateTimeDeserializer::parse, text);
        boolean parsed = true;
        OffsetDateTime actual;
        try {
            actual = FastIsoDateTime.parse(text);
            parsed = actual != null;
        } catch (DateTimeException e) {
            actual = null;
        }
        if (parsed) {
            assertSame(text, actual, expected);
        }
        String trimmed = text.trim();
        assertSame(
                text,
                orNull(FastIsoDateTimeTest::read, text),
                trimmed.equals(text) ? expected : orNull(OffsetDateTimeDeserializer::parse, trimmed));
    }

    /** Describes only what differs, as describing takes longer than parsing. */
    private static void assertSame(String text, @Nullable OffsetDateTime actual, @Nullable OffsetDateTime expected) {
        if (!Objects.equals(actual, expected)) {
            assertThat(actual).as(text).isEqualTo(expected);
        }
    }

    /** Reads a date the way models do. */
    private static OffsetDateTime read(String text) {
        return TelnyxJson.read(new String(TelnyxJson.write(text), StandardCharsets.UTF_8), OffsetDateTime.class);
    }

    private static @Nullable OffsetDateTime orNull(Function<String, @Nullable OffsetDateTime> parse, String text) {
        try {
            return parse.apply(text);
        } catch (DateTimeException | JacksonException e) {
            return null;
        }
    }

    private String date(int months, int days) {
        return "%s-%02d-%02d".formatted(oneOf(YEARS), 1 + random.nextInt(months), 1 + random.nextInt(days));
    }

    private String time(int hours, int minutes, int seconds) {
        return "%02d:%02d:%02d".formatted(random.nextInt(hours), random.nextInt(minutes), random.nextInt(seconds));
    }

    private String fraction(int maxDigits) {
        int digits = random.nextInt(maxDigits + 1);
        StringBuilder fraction = new StringBuilder(digits == 0 ? "" : ".");
        for (int i = 0; i < digits; i++) {
            fraction.append(random.nextInt(10));
        }
        return fraction.toString();
    }

    private String oneOf(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
