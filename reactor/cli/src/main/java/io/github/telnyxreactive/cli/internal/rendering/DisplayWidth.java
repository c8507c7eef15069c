package io.github.telnyxreactive.cli.internal.rendering;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How many columns of a terminal characters take. What a reader sees as one character is never wider than two: an emoji
 * that is joined from several takes as much as one of them, as on terminals that know Unicode's grapheme clusters.
 */
final class DisplayWidth {

    /** What a reader sees as one character. */
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private static final int WIDE = 2;
    private static final int FIRST_SPECIAL = 0x300;
    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int FIRST_MEDIAL_JAMO = 0x1160;
    private static final int LAST_FINAL_JAMO = 0x11FF;

    /**
     * First and last code points that are wide or full-width, in ascending order. From EastAsianWidth.txt of Unicode 14;
     * ranges also cover what is not assigned between them.
     */
    private static final int[] WIDE_RANGES = ranges("""
            1100-115F 231A-231B 2329-232A 23E9-23EC 23F0-23F0 23F3-23F3 25FD-25FE 2614-2615 2648-2653 267F-267F
            2693-2693 26A1-26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE-26CE 26D4-26D4 26EA-26EA 26F2-26F3 26F5-26F5
            26FA-26FA 26FD-26FD 2705-2705 270A-270B 2728-2728 274C-274C 274E-274E 2753-2755 2757-2757 2795-2797
            27B0-27B0 27BF-27BF 2B1B-2B1C 2B50-2B50 2B55-2B55 2E80-303E 3041-3247 3250-4DBF 4E00-A4C6 A960-A97C
            AC00-D7A3 F900-FAD9 FE10-FE19 FE30-FE6B FF01-FF60 FFE0-FFE6 16FE0-1B2FB 1F004-1F004 1F0CF-1F0CF
            1F18E-1F18E 1F191-1F19A 1F200-1F320 1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3
            1F3E0-1F3F0 1F3F4-1F3F4 1F3F8-1F43E 1F440-1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567
            1F57A-1F57A 1F595-1F596 1F5A4-1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC-1F6CC 1F6D0-1F6D2 1F6D5-1F6DF
            1F6EB-1F6EC 1F6F4-1F6FC 1F7E0-1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FAF6 20000-3FFFD
            """);

    private DisplayWidth() {}

    private static int[] ranges(String text) {
        return Arrays.stream(text.strip().split("[-\\s]+"))
                .mapToInt(number -> Integer.parseInt(number, 16))
                .toArray();
    }

    /** Returns the number of columns that text takes. */
    static int of(String text) {
        return text.chars().allMatch(character -> character < FIRST_SPECIAL)
                ? text.length()
                : CHARACTER
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .mapToInt(DisplayWidth::ofCharacter)
                        .sum();
    }

    /** Returns the longest beginning of text that is not wider than a number of columns. */
    static String beginning(String text, int columns) {
        int width = 0;
        int end = 0;
        var characters = CHARACTER.matcher(text);
        while (characters.find()) {
            width += ofCharacter(characters.group());
            if (width > columns) {
                break;
            }
            end = characters.end();
        }
        return text.substring(0, end);
    }

    private static int ofCharacter(String character) {
        return character.indexOf(EMOJI_PRESENTATION) >= 0
                ? WIDE
                : Math.min(
                        WIDE,
                        character.codePoints().map(DisplayWidth::ofCodePoint).sum());
    }

    private static int ofCodePoint(int codePoint) {
        if (codePoint < FIRST_SPECIAL) {
            return 1;
        }
        switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                return 0;
            }
            default -> {
                boolean joins = codePoint >= FIRST_MEDIAL_JAMO && codePoint <= LAST_FINAL_JAMO;
                return joins ? 0 : isWide(codePoint) ? WIDE : 1;
            }
        }
    }

    private static boolean isWide(int codePoint) {
        int found = Arrays.binarySearch(WIDE_RANGES, codePoint);
        // Between the first and the last code point of a range, the insertion point is that of the last, which is odd.
        return found >= 0 || (-found - 1) % 2 == 1;
    }
}
