package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.rendering.Style;
import java.io.Console;
import java.io.PrintWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The terminal or files that the program writes to.
 *
 * @param out the standard output, for results and progress
 * @param err the standard error stream, for problems
 * @param isInteractive whether the output goes to a terminal, on which it can be redrawn
 * @param style how to highlight text
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean isInteractive, Style style) {

    /**
     * Prints a line to the standard output at once.
     *
     * @param line the line
     */
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /**
     * Prints a line to the standard error stream at once.
     *
     * @param line the line
     */
    public void printError(String line) {
        err.println(line);
        err.flush();
    }

    /**
     * Returns the terminal of this process.
     *
     * @param variables looks up an environment variable
     * @return the standard streams, interactive if they are a terminal that can move its cursor, and then with colors
     *     unless {@code NO_COLOR} is set
     */
    public static Terminal system(UnaryOperator<@Nullable String> variables) {
        boolean interactive = isTerminal(System.console()) && !"dumb".equals(variables.apply("TERM"));
        String noColour = variables.apply("NO_COLOR");
        boolean coloured = interactive && (noColour == null || noColour.isEmpty());
        return new Terminal(
                new PrintWriter(System.out),
                new PrintWriter(System.err),
                interactive,
                coloured ? Style.COLOURED : Style.PLAIN);
    }

    /**
     * Returns whether the console is a terminal. Before Java 22 every console is one; since then there is a method that
     * says so.
     */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        MethodHandle method;
        try {
            method = MethodHandles.publicLookup()
                    .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            // Java 21 or earlier.
            return true;
        }
        try {
            return (boolean) method.invokeExact(console);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot determine whether the console is a terminal", e);
        }
    }
}
