package io.github.telnyxreactive.generator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes types as a source file names them, and collects what the file has to import. */
final class TypeNames {

    private static final String LIST = "java.util.List";
    private static final String MAP = "java.util.Map";
    private static final String FIELD = "io.github.telnyxreactive.model.Field";
    private static final String NULLABLE = "org.jspecify.annotations.Nullable";
    private static final String MODELS = "io.github.telnyxreactive.internal.model.Models";

    private final String packageName;
    private final Map<String, String> importsBySimpleName = new TreeMap<>();

    TypeNames(String packageName) {
        this.packageName = packageName;
    }

    /** Returns a type as it is. */
    String exact(TypeMirror type) {
        return name(type, false);
    }

    /** Returns a type that also accepts lists and maps of subtypes, where there can be any. */
    String accepting(TypeMirror type) {
        return name(type, true);
    }

    String nullable() {
        return "@" + imported(NULLABLE) + " ";
    }

    String models() {
        return imported(MODELS);
    }

    String imports() {
        return importsBySimpleName.values().stream()
                .sorted()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }

    private String name(TypeMirror type, boolean isAccepting) {
        if (!(type instanceof DeclaredType declared)) {
            // A primitive type; models have neither arrays nor type variables.
            return type.toString();
        }
        TypeElement element = (TypeElement) declared.asElement();
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        if (arguments.isEmpty()) {
            return simpleName(element);
        }
        return simpleName(element) + "<"
                + Stream.concat(
                                arguments.stream().limit(arguments.size() - 1L).map(this::exact),
                                Stream.of(last(element, arguments.get(arguments.size() - 1), isAccepting)))
                        .collect(Collectors.joining(", "))
                + ">";
    }

    /** Only the last argument can vary: the element of a list, the value of a map or of a field. */
    private String last(TypeElement generic, TypeMirror argument, boolean isAccepting) {
        String name = name(argument, isAccepting);
        boolean varies = switch (generic.getQualifiedName().toString()) {
            case LIST, MAP -> !isFinal(argument);
            case FIELD -> !name.equals(exact(argument));
            default -> false;
        };
        return isAccepting && varies ? "? extends " + name : name;
    }

    private static boolean isFinal(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getModifiers().contains(Modifier.FINAL);
    }

    private String simpleName(TypeElement element) {
        if (element.getNestingKind() != NestingKind.TOP_LEVEL) {
            return simpleName((TypeElement) element.getEnclosingElement()) + "." + element.getSimpleName();
        }
        return imported(element.getQualifiedName().toString());
    }

    private String imported(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        String simpleName = qualifiedName.substring(dot + 1);
        String owner = qualifiedName.substring(0, dot);
        if (owner.equals("java.lang") || owner.equals(packageName)) {
            return simpleName;
        }
        String known = importsBySimpleName.putIfAbsent(simpleName, qualifiedName);
        return known == null || known.equals(qualifiedName) ? simpleName : qualifiedName;
    }

    static String packageOf(TypeElement type) {
        Element enclosing = type.getEnclosingElement();
        if (!(enclosing instanceof PackageElement owner)) {
            throw new IllegalArgumentException("only a top-level record can have a builder");
        }
        return owner.getQualifiedName().toString();
    }
}
