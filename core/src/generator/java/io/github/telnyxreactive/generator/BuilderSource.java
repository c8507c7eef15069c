package io.github.telnyxreactive.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The source of the builder of one record. */
final class BuilderSource {

    private final String packageName;
    private final String record;
    private final String builder;
    private final List<Component> components;
    private final List<Component> stages;
    private final TypeNames names;
    private final boolean keepsUnknownFields;
    private final StringBuilder body = new StringBuilder(8192);

    private BuilderSource(
            String packageName, String record, List<Component> components, List<Component> stages, TypeNames names) {
        this.packageName = packageName;
        this.record = record;
        this.builder = record + "Builder";
        this.components = components;
        this.stages = stages;
        this.names = names;
        this.keepsUnknownFields = components.stream().anyMatch(Component::isUnknownFields);
    }

    /**
     * Reads a record.
     *
     * @throws IllegalArgumentException if it cannot have a builder, or the Javadoc of a component is missing
     */
    static BuilderSource of(TypeElement type, boolean isStaged, Elements elements) {
        String packageName = TypeNames.packageOf(type);
        TypeNames names = new TypeNames(packageName);
        ParamTags tags = ParamTags.parse(elements.getDocComment(type));
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            components.add(Component.of(component, names, tags));
        }
        List<Component> stages =
                isStaged ? components.stream().filter(Component::isRequired).toList() : List.of();
        return new BuilderSource(packageName, type.getSimpleName().toString(), components, stages, names);
    }

    String qualifiedName() {
        return packageName + "." + builder;
    }

    String text() {
        body.append("/** The builder of {@link ").append(record).append("}. */\n");
        body.append("public final class ").append(builder).append(" {\n\n");
        fields();
        body.append("\n    private ").append(builder).append("() {}\n");
        factories();
        components.forEach(component -> setter(component, builder, "    public ", "this builder"));
        build();
        for (int i = 0; i < stages.size(); i++) {
            stage(stages.get(i), i + 1 < stages.size() ? stages.get(i + 1).stage() : builder);
        }
        return "package " + packageName + ";\n\n" + names.imports() + "\n" + body + "}\n";
    }

    private void fields() {
        for (Component component : components) {
            body.append("    private ").append(component.fieldType()).append(' ');
            body.append(component.name()).append(";\n");
        }
    }

    private void factories() {
        String parameters = stages.stream().map(Component::name).collect(Collectors.joining(" -> "));
        body.append("\n    static ")
                .append(stages.isEmpty() ? builder : stages.get(0).stage());
        body.append(" builder() {\n        return ");
        body.append(stages.isEmpty() ? "" : parameters + " -> ")
                .append("new ")
                .append(builder)
                .append("()");
        stages.forEach(
                stage -> call(stage, names.models() + ".required(" + stage.name() + ", \"" + stage.field() + "\")"));
        body.append(";\n    }\n");
        body.append("\n    static ")
                .append(builder)
                .append(" builder(")
                .append(record)
                .append(" from) {\n");
        body.append("        ")
                .append(builder)
                .append(" copy = new ")
                .append(builder)
                .append("();\n");
        components.forEach(component -> body.append("        copy.")
                .append(component.name())
                .append(" = from.")
                .append(component.name())
                .append("();\n"));
        body.append("        return copy;\n    }\n");
    }

    private void call(Component component, String argument) {
        body.append("\n                .")
                .append(component.name())
                .append('(')
                .append(argument)
                .append(')');
    }

    private void setter(Component component, String returned, String modifiers, String described) {
        body.append('\n').append(component.javadoc("    ", described));
        if (component.isNarrowed()) {
            body.append("    @SuppressWarnings(\"unchecked\") // It is only ever read.\n");
        }
        body.append(modifiers)
                .append(returned)
                .append(' ')
                .append(isRequired(component) ? component.stageSignature() : component.signature())
                .append(" {\n");
        body.append("        this.").append(component.name()).append(" = ");
        body.append(component.isNarrowed() ? "(" + component.type() + ") " : "");
        body.append(
                        isRequired(component)
                                ? names.models() + ".required(" + component.name() + ", \"" + component.field() + "\")"
                                : component.name())
                .append(";\n");
        if (keepsUnknownFields && !component.isUnknownFields()) {
            body.append("        this.additionalProperties = ").append(names.models());
            body.append(".without(this.additionalProperties, \"")
                    .append(component.field())
                    .append("\");\n");
        }
        body.append("        return this;\n    }\n");
    }

    /** What a stage demands cannot be taken away again. */
    private boolean isRequired(Component component) {
        return stages.contains(component);
    }

    private void build() {
        body.append("\n    /**\n     * Builds the record.\n     *\n     * @return a new instance\n     */\n");
        body.append("    public ")
                .append(record)
                .append(" build() {\n        return new ")
                .append(record)
                .append('(');
        body.append(components.stream()
                .map(component -> "\n                " + component.name())
                .collect(Collectors.joining(",")));
        body.append(");\n    }\n");
    }

    private void stage(Component component, String next) {
        body.append("\n    /** The stage that sets {@code ")
                .append(component.name())
                .append("}. */\n");
        body.append("    @FunctionalInterface\n    public interface ")
                .append(component.stage())
                .append(" {\n\n");
        String described = next.equals(builder) ? "a builder" : "the next stage";
        body.append(component.javadoc("        ", described));
        body.append("        ")
                .append(next)
                .append(' ')
                .append(component.stageSignature())
                .append(";\n    }\n");
    }
}
