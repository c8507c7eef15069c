package io.github.telnyxreactive;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.telnyxreactive.internal.sample.Inside;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** This class is public so that its nested samples are visible outside the package. */
public class InsideOutsideTest {

    @Test
    void findsAnInternalTypeInEveryPartOfASignature() {
        assertThat(violations(Subtype.class)).hasSize(1);
        assertThat(violations(Implementation.class)).hasSize(1);
        assertThat(violations(Bounded.class)).hasSize(1);
        assertThat(violations(Members.class))
                .hasSize(7)
                .allMatch(line -> line.endsWith(" names " + Inside.class.getName()))
                .extracting(line -> line.replaceFirst("^.*Members\\.([<>a-z]+).*$", "$1"))
                .containsExactlyInAnyOrder("field", "nested", "array", "<init>", "parameter", "thrown", "bound");
    }

    @Test
    void permitsInternalTypesInSignaturesThatUsersCannotSee() {
        assertThat(violations(Hidden.class, Hidden.Nested.class, Private.class)).isEmpty();
    }

    private static List<String> violations(Class<?>... types) {
        List<Class<?>> imported = new ArrayList<>(List.of(types));
        // Whether a nested class is visible depends on the class around it.
        imported.add(InsideOutsideTest.class);
        return InsideOutside.rule()
                .evaluate(new ClassFileImporter().importClasses(imported))
                .getFailureReport()
                .getDetails();
    }

    public static class Subtype extends Inside {

        private static final long serialVersionUID = 1L;
    }

    public abstract static class Implementation implements Supplier<List<Inside>> {}

    public static class Bounded<T extends Inside> {}

    public abstract static class Members {

        protected Inside field;

        protected Members(Inside inside) {
            field = inside;
        }

        public abstract Map<String, List<? extends Inside>> nested();

        public abstract Inside[] array();

        protected abstract void parameter(Inside inside);

        public abstract void thrown() throws Inside;

        public abstract <T extends Inside> void bound();
    }

    abstract static class Hidden extends Inside {

        private static final long serialVersionUID = 1L;

        public abstract Inside inside();

        public static class Nested {

            public Inside inside = new Inside();
        }
    }

    public static class Private {

        private final Inside inside = new Inside();

        Inside inside() {
            return inside;
        }
    }
}
