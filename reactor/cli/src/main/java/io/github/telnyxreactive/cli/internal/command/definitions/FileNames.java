package io.github.telnyxreactive.cli.internal.command.definitions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses file names that every file system can hold and tell apart. A name that is one already is kept; any other becomes
 * what is readable of it and a digest, so that it does not depend on what else there is. Only names that differ by nothing
 * but case, and things of the same name, are told apart by their order.
 */
final class FileNames {

    static final String EXTENSION = ".yaml";

    /** The folder of tests without a suite. It is not what any suite becomes. */
    private static final String NO_SUITE = "~no-suite";

    private static final int MAX_LENGTH = 100;
    private static final int MAX_READABLE = 60;
    private static final int DIGEST_BYTES = 4;
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_(][A-Za-z0-9 _().,+-]*(?<![ .])");

    /** Names of devices of Windows, with any extension. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin|conout|com[0-9]|lpt[0-9])(\\..*)?", Pattern.CASE_INSENSITIVE);

    /** For each folder, the name behind each file name in lower case. */
    private final Map<String, Map<String, String>> taken = new HashMap<>();

    private final Set<String> files = new HashSet<>();

    /** Takes a file name that is in use already. */
    boolean take(String file) {
        return files.add(file.toLowerCase(Locale.ROOT));
    }

    /** Returns a file for one more thing of a key, as a path with slashes. */
    String next(Key key) {
        String folder = key.kind().name();
        if (key.kind() == Kind.tests) {
            folder += "/" + (key.suite() == null ? NO_SUITE : stem(folder, key.suite()));
        }
        String stem = folder + "/" + stem(folder, key.name());
        String file = stem + EXTENSION;
        for (int number = 2; !take(file); number++) {
            file = stem + "~" + number + EXTENSION;
        }
        return file;
    }

    private String stem(String folder, String name) {
        Map<String, String> names = taken.computeIfAbsent(folder, key -> new HashMap<>());
        if (isSafe(name) && name.equals(names.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> name))) {
            return name;
        }
        return readable(name) + "~" + digest(name);
    }

    private static boolean isSafe(String name) {
        return name.length() <= MAX_LENGTH
                && SAFE.matcher(name).matches()
                && !DEVICE.matcher(name).matches();
    }

    private static String readable(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9 -]+", "_")
                .replaceAll("^[ _-]+", "");
        return letters.substring(0, Math.min(MAX_READABLE, letters.length())).replaceAll("[ _-]+$", "");
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the kind that a file in the folder of definitions belongs to, {@code null} if it is no definition. */
    static @Nullable Kind kind(String file) {
        boolean isYaml = (file.endsWith(EXTENSION) || file.endsWith(".yml")) && !file.contains("/.");
        for (Kind kind : Kind.values()) {
            if (isYaml && file.startsWith(kind.name() + "/")) {
                return kind;
            }
        }
        return null;
    }
}
