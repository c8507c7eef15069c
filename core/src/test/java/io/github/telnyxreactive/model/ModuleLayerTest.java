package io.github.telnyxreactive.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.Json;
import io.github.telnyxreactive.MainClasses;
import io.github.telnyxreactive.json.TelnyxJson;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;

/** The core as a module, in which Jackson may use only exported or opened packages. */
class ModuleLayerTest {

    private static final String NAME = "io.github.telnyxreactive.core";
    private static final Module CORE = load();

    private static Module load() {
        ModuleFinder finder = ModuleFinder.of(
                Stream.of(Model.class, ObjectMapper.class, JsonParser.class, JsonValue.class, NullMarked.class)
                        .map(ModuleLayerTest::location)
                        .toArray(Path[]::new));
        Configuration configuration =
                ModuleLayer.boot().configuration().resolve(finder, ModuleFinder.of(), Set.of(NAME));
        return ModuleLayer.defineModulesWithOneLoader(
                        configuration, List.of(ModuleLayer.boot()), ClassLoader.getPlatformClassLoader())
                .layer()
                .findModule(NAME)
                .orElseThrow();
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static List<ModelRow> rows() {
        return ModelTable.rows();
    }

    @Test
    void exportsEveryPublicPackageAndNoInternalOne() {
        Set<String> outside = MainClasses.ALL.stream()
                .map(type -> type.getPackageName())
                .filter(name -> !name.contains(".internal"))
                .collect(Collectors.toSet());

        assertThat(CORE.getDescriptor().exports().stream()
                        .filter(exports -> !exports.isQualified())
                        .map(ModuleDescriptor.Exports::source))
                .containsExactlyInAnyOrderElementsOf(outside);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void jacksonReadsAndWritesEveryModel(ModelRow row) throws ReflectiveOperationException {
        Class<?> json = CORE.getClassLoader().loadClass(TelnyxJson.class.getName());
        Class<?> model = CORE.getClassLoader().loadClass(row.model().getName());
        Class<?> type =
                row.type() instanceof Class<?> union ? CORE.getClassLoader().loadClass(union.getName()) : model;
        assertThat(model.getModule()).isSameAs(CORE).isNotSameAs(row.model().getModule());

        Object value = invoke(
                json.getMethod("read", String.class, Class.class), row.full().toString(), type);

        assertThat(value).isExactlyInstanceOf(model);
        assertThat(Json.tree((byte[]) invoke(json.getMethod("write", Object.class), value)))
                .isEqualTo(row.full());
    }

    private static Object invoke(Method method, Object... arguments) throws IllegalAccessException {
        try {
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
