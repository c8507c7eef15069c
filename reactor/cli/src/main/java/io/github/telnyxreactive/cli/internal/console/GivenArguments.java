package io.github.telnyxreactive.cli.internal.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        this.given = split(commandLine);
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
        List<String> candidates =
                given.stream().map(bytes -> match(bytes, argument)).distinct().toList();
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

    /** Returns the end of a given argument that Java has decoded to the text, {@code null} if there is none. */
    private @Nullable String match(byte[] bytes, String argument) {
        String decoded = new String(bytes, charset);
        if (!decoded.equals(argument) && !decoded.endsWith("=" + argument)) {
            return null;
        }
        try {
            String exact = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return decoded.equals(argument) ? exact : exact.substring(decoded.length() - argument.length());
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static List<byte[]> split(byte[] commandLine) {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (byte one : commandLine) {
            if (one == 0) {
                parts.add(part.toByteArray());
                part.reset();
            } else {
                part.write(one);
            }
        }
        return parts;
    }
}
