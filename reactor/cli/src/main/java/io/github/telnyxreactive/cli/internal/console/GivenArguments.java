package io.github.telnyxreactive.cli.internal.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the program as they were given. Java decodes them with the charset of the locale, and with
 * {@code LANG=C} that leaves nothing of a name in Japanese; Linux still has the bytes.
 */
public final class GivenArguments {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char REPLACEMENT = '\uFFFD';

    private final List<byte[]> given;
    private final Charset charset;

    /**
     * Creates the arguments.
     *
     * @param commandLine the command line, with a zero byte after each argument, empty if it is not known
     * @param charset the charset that Java has decoded them with
     */
    GivenArguments(byte[] commandLine, Charset charset) {
        this.given = split(commandLine, '\0');
        this.charset = charset;
    }

    /**
     * Returns the arguments of this process.
     *
     * @return the arguments
     */
    public static GivenArguments ofThisProcess() {
        String name = System.getProperty("sun.jnu.encoding");
        Charset charset = name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
        try {
            return new GivenArguments(Files.readAllBytes(COMMAND_LINE), charset);
        } catch (IOException e) {
            // Only Linux has the file.
            return new GivenArguments(new byte[0], charset);
        }
    }

    /**
     * Returns an argument, or the value of an option, as it was given.
     *
     * @param argument the argument as Java has decoded it
     * @return the argument as it was given, in UTF-8 if Java has lost characters
     * @throws IllegalArgumentException if characters are lost, saying why
     */
    public String restored(String argument) {
        if (!isDamaged(argument)) {
            return argument;
        }
        List<String> candidates = given.stream()
                .flatMap(GivenArguments::parts)
                .map(bytes -> match(bytes, argument))
                .distinct()
                .toList();
        List<String> found = new ArrayList<>();
        for (@Nullable String candidate : candidates) {
            if (candidate != null) {
                found.add(candidate);
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new IllegalArgumentException("characters of " + argument.replace(REPLACEMENT, '?')
                + " are lost, because the charset of the locale is " + charset
                + ": set LC_ALL to a locale with UTF-8, such as C.UTF-8");
    }

    /** Windows puts question marks in place of what it cannot decode. */
    private boolean isDamaged(String argument) {
        boolean onlyMarks = !argument.isEmpty() && argument.chars().allMatch(character -> character == '?');
        return !charset.equals(StandardCharsets.UTF_8) && (argument.indexOf(REPLACEMENT) >= 0 || onlyMarks);
    }

    /** Returns a given argument, what it has as the value of an option, and the elements of that if it is a list. */
    private static Stream<byte[]> parts(byte[] argument) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(argument);
        for (int at = 0; at < argument.length; at++) {
            if (argument[at] == '=') {
                parts.add(Arrays.copyOfRange(argument, at + 1, argument.length));
            }
        }
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part), split(part, ',').stream()));
    }

    /** Returns what Java has decoded to the text, {@code null} if it is another. */
    private @Nullable String match(byte[] bytes, String argument) {
        if (!new String(bytes, charset).equals(argument)) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** No byte of a character outside of ASCII is a separator. */
    private static List<byte[]> split(byte[] text, char separator) {
        List<byte[]> parts = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] == separator) {
                parts.add(Arrays.copyOfRange(text, begin, at));
                begin = at + 1;
            }
        }
        parts.add(Arrays.copyOfRange(text, begin, text.length));
        return parts;
    }
}
