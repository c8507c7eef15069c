package io.github.telnyxreactive.generator;

import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Generates the builders of records. It is compiled before the modules that use it, and is part of none of them.
 *
 * <p>A model has a builder if it declares a method {@code builder}. Its required components are set in stages; a component
 * is required if it is marked as such, or neither as nullable nor as omittable. Any other record has a builder, without stages, if it is
 * annotated with {@code GenerateBuilder}.
 */
@SupportedAnnotationTypes({BuilderProcessor.MODEL, BuilderProcessor.GENERATE_BUILDER})
public final class BuilderProcessor extends AbstractProcessor {

    static final String MODEL = "io.github.telnyxreactive.model.Model";
    static final String GENERATE_BUILDER = "io.github.telnyxreactive.internal.model.GenerateBuilder";

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            boolean isModel = annotation.getQualifiedName().contentEquals(MODEL);
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element.getKind() == ElementKind.RECORD && (!isModel || declaresBuilder(element))) {
                    generate((TypeElement) element, isModel);
                }
            }
        }
        return false;
    }

    private static boolean declaresBuilder(Element type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals("builder"));
    }

    private void generate(TypeElement type, boolean isStaged) {
        try {
            BuilderSource source = BuilderSource.of(type, isStaged, processingEnv.getElementUtils());
            try (Writer out = processingEnv
                    .getFiler()
                    .createSourceFile(source.qualifiedName(), type)
                    .openWriter()) {
                out.write(source.text());
            }
        } catch (IOException | IllegalArgumentException e) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), type);
        }
    }
}
