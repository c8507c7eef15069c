package io.github.telnyxreactive;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.telnyxreactive.model.Model;
import io.github.telnyxreactive.page.Page;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The classes of this module, without its tests. */
public final class MainClasses {

    public static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(MainClasses.class.getPackageName());

    private MainClasses() {}

    /** Returns the models and pages that represent JSON: all except query parameters. */
    public static List<Class<?>> jsonModels() {
        return records()
                .filter(type -> type.isAnnotationPresent(Model.class)
                        && (type.getName().startsWith(Model.class.getPackageName() + ".")
                                || type.getPackage().equals(Page.class.getPackage()))
                        && !isQuery(type))
                .toList();
    }

    /** Returns whether a record represents query parameters. */
    public static boolean isQuery(Class<?> type) {
        return type.getSimpleName().endsWith("ListParams")
                || type.getSimpleName().endsWith("RetrieveParams");
    }

    public static Stream<Class<?>> records() {
        return ALL.stream()
                .filter(JavaClass::isRecord)
                .<Class<?>>map(JavaClass::reflect)
                .sorted(Comparator.comparing(Class::getName));
    }
}
