package io.github.telnyxreactive.benchmarks.endtoend;

import io.github.telnyxreactive.benchmarks.candidate.Candidates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What another build of this program can measure. */
final class Baseline {

    private final Set<String> workloads;
    private final Set<String> candidates;

    /**
     * Reads which workloads and candidates there are.
     *
     * @param jar the jar of the build
     * @throws IllegalArgumentException if it is not a build of this program
     */
    Baseline(Path jar) {
        // Not below this build, whose classes would be found first.
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            workloads = constants(classes, Workload.class);
            candidates = constants(classes, Candidates.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("not a build of this program: " + jar, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> constants(ClassLoader classes, Class<?> type) throws ClassNotFoundException {
        return Arrays.stream(Class.forName(type.getName(), false, classes).getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    /** Returns the names of those that the build does not know, in the order of the alphabet. */
    Set<String> unknown(Workload workload, Candidates candidate) {
        Set<String> unknown = new TreeSet<>();
        if (!workloads.contains(workload.name())) {
            unknown.add(workload.toString());
        }
        if (!candidates.contains(candidate.name())) {
            unknown.add(candidate.title());
        }
        return unknown;
    }
}
