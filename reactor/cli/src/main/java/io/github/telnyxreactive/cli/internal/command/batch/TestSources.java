package io.github.telnyxreactive.cli.internal.command.batch;

import io.github.telnyxreactive.bulk.BatchItem;
import io.github.telnyxreactive.bulk.report.BatchReport;
import io.github.telnyxreactive.bulk.report.NotStarted;
import io.github.telnyxreactive.bulk.report.ReportedItem;
import io.github.telnyxreactive.bulk.report.ReportedRun;
import io.github.telnyxreactive.bulk.report.SourceFiles;
import io.github.telnyxreactive.cli.internal.command.CommandException;
import io.github.telnyxreactive.cli.internal.command.Environment;
import io.github.telnyxreactive.cli.internal.command.definitions.TestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files of the tests of a batch in a folder of definitions, and names them as build servers do. */
final class TestSources {

    /** Where build servers check out a repository, and where their own names of files begin. */
    private static final List<String> ROOTS = List.of("GITHUB_WORKSPACE", "CI_PROJECT_DIR");

    private final TestFiles files;
    private final String prefix;

    private TestSources(TestFiles files, String prefix) {
        this.files = files;
        this.prefix = prefix;
    }

    /**
     * Reads a folder of definitions.
     *
     * @throws CommandException if that is not possible, or no name of a file in it would tell a build server anything
     */
    static TestSources read(Environment environment, Path folder) {
        try {
            Path real = folder.toRealPath();
            return new TestSources(TestFiles.read(real), prefix(environment, real));
        } catch (NoSuchFileException e) {
            throw new CommandException(
                    "there is no folder " + folder + ": --definitions takes a folder that export has written", e);
        } catch (IOException e) {
            throw new CommandException("could not read the folder " + folder + ": " + e, e);
        }
    }

    private static String prefix(Environment environment, Path folder) throws IOException {
        for (String variable : ROOTS) {
            String root = environment.variables().apply(variable);
            if (root != null && Files.isDirectory(Path.of(root))) {
                Path real = Path.of(root).toRealPath();
                if (folder.startsWith(real)) {
                    return prefix(real, folder);
                }
            }
        }
        Path working = environment.workingDirectory().toRealPath();
        if (!folder.startsWith(working)) {
            throw new CommandException(folder + " is not below " + working
                    + ", so a build server would not find its files: run this in the repository that has it");
        }
        return prefix(working, folder);
    }

    private static String prefix(Path root, Path folder) {
        // The text of a path depends on the locale.
        return root.toUri().relativize(folder.toUri()).getPath();
    }

    /**
     * Finds the files of the tests of a batch. They are known by the ids of the tests, also to a masked report.
     *
     * @param recorded the report, whose names are not masked
     */
    SourceFiles of(BatchReport recorded) throws IOException {
        Owners ofSuites = new Owners();
        Owners ofSingleTests = new Owners();
        try {
            for (ReportedItem item : recorded.items()) {
                boolean isSuite = item.kind() == BatchItem.Kind.SUITE;
                addTests(item, isSuite ? item.name() : null, isSuite ? ofSuites : ofSingleTests);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        // The suite of a single test is not known, so a test of that suite has more right to the file.
        ofSingleTests.leaveTo(ofSuites);
        Map<String, String> found = new HashMap<>();
        ofSingleTests.addTo(found);
        ofSuites.addTo(found);
        return (suite, testId, testName) -> testId == null ? null : found.get(testId);
    }

    private void addTests(ReportedItem item, @Nullable String suite, Owners owners) {
        if (suite == null) {
            owners.add(item.name(), file(null, item.testName()));
        }
        for (NotStarted test : item.notStarted()) {
            owners.add(test.testId(), file(suite, test.testName()));
        }
        for (ReportedRun run : item.runs()) {
            owners.add(run.testId(), file(suite, run.testName()));
        }
    }

    private @Nullable String file(@Nullable String suite, @Nullable String name) {
        if (name == null) {
            return null;
        }
        String file = suite == null ? files.named(name) : files.ofSuite(suite, name);
        return file == null ? null : prefix + file;
    }

    /** The tests that files are of. A file that fits several tests is of none, since it defines one of them at most. */
    private static final class Owners {

        private final Map<String, String> ids = new HashMap<>();
        private final Set<String> shared = new HashSet<>();

        void add(@Nullable String testId, @Nullable String file) {
            if (testId != null && file != null) {
                String owner = ids.putIfAbsent(file, testId);
                if (owner != null && !owner.equals(testId)) {
                    shared.add(file);
                }
            }
        }

        void leaveTo(Owners others) {
            ids.keySet().removeAll(others.ids.keySet());
        }

        void addTo(Map<String, String> found) {
            ids.forEach((file, testId) -> {
                if (!shared.contains(file)) {
                    found.put(testId, file);
                }
            });
        }
    }
}
