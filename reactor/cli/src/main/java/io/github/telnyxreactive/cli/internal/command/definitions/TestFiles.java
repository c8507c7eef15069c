package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.rendering.Text;
import io.github.telnyxreactive.internal.text.Mask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files that define tests, by what else is known of a test. A name that several files have stands for none of them. */
public final class TestFiles {

    private final Map<Key, String> bySuite;
    private final Map<String, String> byName;

    private TestFiles(List<Definition> tests) {
        this.bySuite = unique(tests, Definition::key);
        this.byName = unique(tests, test -> test.key().name());
    }

    /**
     * Reads a folder of definitions. Only those of tests are read.
     *
     * @param root the folder
     * @return the files of its tests
     * @throws CommandException if it is none, or one of the files cannot be read
     */
    public static TestFiles read(Path root) {
        Folder folder = new Folder(root);
        if (!folder.has(Kind.tests)) {
            throw new CommandException(folder
                    + (folder.exists() ? " has no tests: they are in a folder named tests" : " is not a folder"));
        }
        List<String> problems = new ArrayList<>();
        List<Definition> tests = folder.read(EnumSet.of(Kind.tests), problems::add);
        if (!problems.isEmpty()) {
            int more = problems.size() - 1;
            throw new CommandException(Mask.phoneNumbers("could not read the definitions in " + folder + ": "
                    + problems.get(0) + (more == 0 ? "" : " (and " + Text.count(more, "more problem") + ")")));
        }
        return new TestFiles(tests);
    }

    private static <K> Map<K, String> unique(List<Definition> tests, Function<Definition, K> key) {
        Map<K, String> files = new HashMap<>();
        tests.stream().collect(Collectors.groupingBy(key)).forEach((known, same) -> {
            if (same.size() == 1) {
                files.put(known, same.get(0).file());
            }
        });
        return files;
    }

    /**
     * Returns the file of a test of a suite.
     *
     * @param suite the suite
     * @param name the name of the test
     * @return the path in the folder, with slashes; {@code null} if it is not known
     */
    public @Nullable String ofSuite(String suite, String name) {
        return bySuite.get(new Key(Kind.tests, suite, name));
    }

    /**
     * Returns the file of a test of any suite, or of none.
     *
     * @param name the name of the test
     * @return the path in the folder, with slashes; {@code null} if it is not known
     */
    public @Nullable String named(String name) {
        return byName.get(name);
    }
}
