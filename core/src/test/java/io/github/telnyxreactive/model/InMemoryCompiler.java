package io.github.telnyxreactive.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources against the class path of the tests, and keeps only the errors. */
final class InMemoryCompiler {

    private InMemoryCompiler() {}

    /**
     * Compiles each expression in a class of its own.
     *
     * @param expressions the expressions by name, which must be a Java identifier
     * @return the error codes by name
     */
    static Map<String, List<String>> errors(Map<String, String> expressions) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> sources = expressions.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue()))
                .toList();
        try (JavaFileManager files = new Discarding(compiler.getStandardFileManager(diagnostics, null, null))) {
            List<String> options =
                    List.of("-classpath", System.getProperty("java.class.path"), "-proc:none", "-Xmaxerrs", "100000");
            compiler.getTask(null, files, diagnostics, options, null, sources).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .collect(Collectors.groupingBy(
                        diagnostic -> ((Source) diagnostic.getSource()).name,
                        Collectors.mapping(Diagnostic::getCode, Collectors.toList())));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String name;
        private final String expression;

        Source(String name, String expression) {
            super(URI.create("string:///" + name + Kind.SOURCE.extension), Kind.SOURCE);
            this.name = name;
            this.expression = expression;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "class " + name + " { Object value = " + expression + "; }";
        }
    }

    private static final class Discarding extends ForwardingJavaFileManager<JavaFileManager> {

        Discarding(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("string:///" + className + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return OutputStream.nullOutputStream();
                }
            };
        }
    }
}
