package io.github.telnyxreactive.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.telnyxreactive.json.TelnyxJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The tables of the README say what the golden files hold. */
class TablesContractTest {

    private static final Pattern VERSIONED = Pattern.compile("(.+)-(\\d+)\\.jsonl?");

    /** Returns the newest version of each format that has versions. */
    private static Map<String, Integer> newest() throws IOException {
        Map<String, Integer> versions = new TreeMap<>();
        for (Path file : Golden.files()) {
            Matcher name = VERSIONED.matcher(file.getFileName().toString());
            if (name.matches()) {
                versions.merge(name.group(1), Integer.valueOf(name.group(2)), Math::max);
            }
        }
        return versions;
    }

    @Test
    void theTableOfTheContractHasTheVersionOfEachFormat() throws IOException {
        Map<String, Integer> described = new TreeMap<>();
        List<List<String>> rows = Readme.table("Contract");
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.get(2).matches("\\d+")) {
                described.put(Readme.names(row.get(1)).get(0), Integer.valueOf(row.get(2)));
            }
        }

        assertThat(described).isEqualTo(newest());
        assertThat(rows).anySatisfy(row -> assertThat(row.get(2)).isEqualTo("that of the program"));
    }

    @Test
    void theTableOfTheJournalHasEveryEntryAndItsFields() throws IOException {
        Map<String, Set<String>> described = new LinkedHashMap<>();
        List<List<String>> rows = Readme.table("Journal");
        for (List<String> row : rows.subList(1, rows.size())) {
            for (String entry : Readme.names(row.get(0))) {
                described.put(entry, new TreeSet<>(Readme.names(row.get(1))));
            }
        }
        Map<String, Set<String>> written = new LinkedHashMap<>();
        Path journal =
                Golden.of("journal-" + newest().get("journal") + ".jsonl").path();
        for (String line : Files.readAllLines(journal)) {
            JsonNode entry = TelnyxJson.read(line, JsonNode.class);
            Set<String> fields = written.computeIfAbsent(entry.get("entry").stringValue(), name -> new TreeSet<>());
            entry.propertyNames().stream().filter(name -> !name.equals("entry")).forEach(fields::add);
        }

        assertThat(described).isEqualTo(written);
    }
}
