package io.github.telnyxreactive.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The tables of the README of the command line. */
final class Readme {

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    private Readme() {}

    /** Returns the rows of the first table under a heading, the heading of the table first, as their cells. */
    static List<List<String>> table(String heading) throws IOException {
        String text = Files.readString(Path.of("README.md"));
        int begin = text.indexOf("\n## " + heading + "\n");
        if (begin < 0) {
            throw new AssertionError("the README has no heading " + heading);
        }
        return text.substring(begin)
                .lines()
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---"))
                .map(Readme::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        String inner = row.substring(1, row.lastIndexOf('|'));
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    /** Returns what is in backquotes. */
    static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring(1, name.length() - 1))
                .toList();
    }

    /** Returns the exit codes that have a meaning, by the heading of their column. */
    static Map<String, Set<Integer>> exitCodes() throws IOException {
        List<List<String>> rows = table("Exit codes");
        List<String> headings = rows.get(0);
        Map<String, Set<Integer>> codes = new TreeMap<>();
        headings.stream().skip(1).forEach(heading -> codes.put(heading, new TreeSet<>()));
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.size(); column++) {
                if (!row.get(column).isEmpty()) {
                    codes.get(headings.get(column)).add(Integer.valueOf(row.get(0)));
                }
            }
        }
        return codes;
    }
}
