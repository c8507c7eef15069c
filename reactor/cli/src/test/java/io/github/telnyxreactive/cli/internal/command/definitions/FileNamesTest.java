package io.github.telnyxreactive.cli.internal.command.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    private static String file(String name) {
        return new FileNames().next(new Key(Kind.assistants, null, name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Refund within 30 days | assistants/Refund within 30 days.yaml
                    v1.2 (beta)           | assistants/v1.2 (beta).yaml
                    a/b                   | assistants/a_b~[0-9a-f]{8}.yaml
                    ..                    | assistants/~[0-9a-f]{8}.yaml
                    ../../etc/passwd      | assistants/etc_passwd~[0-9a-f]{8}.yaml
                    con                   | assistants/con~[0-9a-f]{8}.yaml
                    NUL.txt               | assistants/NUL_txt~[0-9a-f]{8}.yaml
                    COM1                  | assistants/COM1~[0-9a-f]{8}.yaml
                    .hidden               | assistants/hidden~[0-9a-f]{8}.yaml
                    -rf                   | assistants/rf~[0-9a-f]{8}.yaml
                    ends.                 | assistants/ends~[0-9a-f]{8}.yaml
                    Überprüfung           | assistants/Uberprufung~[0-9a-f]{8}.yaml
                    \ud83d\ude00          | assistants/~[0-9a-f]{8}.yaml
                    """)
    void areSafe(String name, String pattern) {
        assertThat(file(name)).matches(pattern.replace("(beta)", "\\(beta\\)"));
    }

    @Test
    void areShort() {
        assertThat(file("x".repeat(240))).matches("assistants/x{60}~[0-9a-f]{8}\\.yaml");
        assertThat(file("")).matches("assistants/~[0-9a-f]{8}\\.yaml");
        assertThat(file("ends with a space ")).matches("assistants/ends with a space~[0-9a-f]{8}\\.yaml");
    }

    @Test
    void differEvenWithoutCase() {
        FileNames names = new FileNames();
        List<String> files = Stream.of("Sales", "SALES", "sales", "sales", "sales/", "sales~2", "a.yaml", "a")
                .map(name -> names.next(new Key(Kind.assistants, null, name)))
                .toList();

        assertThat(files.stream().map(file -> file.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
        assertThat(files).startsWith("assistants/Sales.yaml").contains("assistants/a.yaml.yaml", "assistants/a.yaml");
        assertThat(names.next(new Key(Kind.assistants, null, "Sales"))).isEqualTo("assistants/Sales~2.yaml");
    }

    @Test
    void haveTheSuiteOfATestAsFolder() {
        FileNames names = new FileNames();

        assertThat(names.next(new Key(Kind.tests, "checkout", "a"))).isEqualTo("tests/checkout/a.yaml");
        assertThat(names.next(new Key(Kind.tests, "..", "a"))).matches("tests/~[0-9a-f]{8}/a\\.yaml");
        assertThat(names.next(new Key(Kind.tests, null, "a"))).isEqualTo("tests/~no-suite/a.yaml");
        assertThat(names.next(new Key(Kind.tests, "", "a"))).matches("tests/~[0-9a-f]{8}/a\\.yaml");
        assertThat(names.next(new Key(Kind.tests, "Checkout", "a"))).matches("tests/Checkout~[0-9a-f]{8}/a\\.yaml");
    }
}
