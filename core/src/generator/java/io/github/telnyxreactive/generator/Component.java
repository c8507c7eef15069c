package io.github.telnyxreactive.generator;

import java.util.Locale;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.RecordComponentElement;

/**
 * A component of a record.
 *
 * @param name its name
 * @param type its type
 * @param parameterType the type of what it can be set to
 * @param nullable the annotation of a nullable component with a space after it, empty for any other
 * @param fieldType the type of the field of the builder, which holds nothing at first
 * @param isRequired whether a model is not built without it
 * @param description the text of its {@code @param} tag
 */
record Component(
        String name,
        String type,
        String parameterType,
        String nullable,
        String fieldType,
        boolean isRequired,
        String description) {

    private static final int LINE_LENGTH = 120;

    static Component of(RecordComponentElement component, TypeNames names, ParamTags tags) {
        String name = component.getSimpleName().toString();
        boolean isNullable = isAnnotated(component, "Nullable");
        String type = names.exact(component.asType());
        return new Component(
                name,
                type,
                names.accepting(component.asType()),
                isNullable ? names.nullable() : "",
                component.asType().getKind().isPrimitive() ? type : names.nullable() + type,
                isAnnotated(component, "Required") || (!isNullable && !isAnnotated(component, "Omittable")),
                tags.description(name));
    }

    /** Compilers differ in where they show an annotation that is both on the component and on its type. */
    private static boolean isAnnotated(RecordComponentElement component, String annotation) {
        return Stream.<AnnotatedConstruct>of(
                        component,
                        component.asType(),
                        component.getAccessor(),
                        component.getAccessor().getReturnType())
                .flatMap(construct -> construct.getAnnotationMirrors().stream())
                .anyMatch(mirror ->
                        mirror.getAnnotationType().asElement().getSimpleName().contentEquals(annotation));
    }

    String stage() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Stage";
    }

    /** Returns whether it accepts more types than it has. */
    boolean isNarrowed() {
        return !parameterType.equals(type);
    }

    String signature() {
        return name + "(" + nullable + parameterType + " " + name + ")";
    }

    /** The signature in a stage, which nothing can be passed to. */
    String stageSignature() {
        return name + "(" + parameterType + " " + name + ")";
    }

    /** Returns whether it holds the fields that have no component, and those that could not be read as theirs. */
    boolean isUnknownFields() {
        return name.equals("additionalProperties");
    }

    /** The name of the field in the JSON. */
    String field() {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    String javadoc(String indent, String returned) {
        StringBuilder lines = new StringBuilder();
        lines.append(indent).append("/**\n");
        lines.append(indent).append(" * Sets {@code ").append(name).append("}.\n");
        lines.append(indent).append(" *\n");
        String prefix = indent + " * ";
        StringBuilder line = new StringBuilder(prefix).append("@param ").append(name);
        for (String word : description.split(" ")) {
            if (line.length() + 1 + word.length() > LINE_LENGTH) {
                lines.append(line).append('\n');
                line = new StringBuilder(prefix).append("   ");
            }
            line.append(' ').append(word);
        }
        lines.append(line).append('\n');
        lines.append(prefix).append("@return ").append(returned).append('\n');
        return lines.append(indent).append(" */\n").toString();
    }
}
