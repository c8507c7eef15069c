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
 * Where the program writes to.
 *
 * @param out results and progress
 * @param err what went wrong
 * @param isInteractive whether somebody sees it as it is written, so that it can be redrawn
 * @param style how to set text off
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean isInteractive, Style style) {

    /**
     * Finds out where this process writes to.
     *
     * @param variables the variables of the environment
     * @return the standard streams, interactive if they are a terminal that can move its cursor, and with colours unless
     *     {@code NO_COLOR} is set
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

    /** From Java 22 on there may be a console that is not a terminal, and a method that tells; before, one was the other. */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        MethodHandle tell;
        try {
            tell = MethodHandles.publicLookup()
                    .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            // The answer of Java 21 and earlier.
            return true;
        }
        try {
            return (boolean) tell.invokeExact(console);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot tell whether there is a terminal", e);
        }
    }
}
