package io.github.telnyxreactive.cli.internal.console;

import io.github.telnyxreactive.cli.internal.rendering.Style;
import io.github.telnyxreactive.cli.internal.rendering.TableLayout;
import java.io.Console;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The terminal or files that the program writes to.
 *
 * @param out the standard output, for results and progress
 * @param err the standard error stream, for problems
 * @param isInteractive whether the output goes to a terminal, on which it can be redrawn
 * @param style how to highlight text
 * @param charset the charset of the output
 * @param width finds the width of the output in columns
 */
public record Terminal(
        PrintWriter out, PrintWriter err, boolean isInteractive, Style style, Charset charset, IntSupplier width) {

    /**
     * Creates an output of any width in UTF-8.
     *
     * @param out the standard output, for results and progress
     * @param err the standard error stream, for problems
     * @param isInteractive whether the output goes to a terminal, on which it can be redrawn
     * @param style how to highlight text
     */
    public Terminal(PrintWriter out, PrintWriter err, boolean isInteractive, Style style) {
        this(out, err, isInteractive, style, StandardCharsets.UTF_8, () -> TableLayout.UNLIMITED);
    }

    /**
     * Returns the width that tables have to fit. May ask the terminal, and wait for its response.
     *
     * @return the number of columns, {@link TableLayout#UNLIMITED} if the output is not a terminal
     */
    public int columns() {
        return width.getAsInt();
    }

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
        Charset charset = charset("stdout.encoding");
        return new Terminal(
                new PrintWriter(new OutputStreamWriter(System.out, charset)),
                new PrintWriter(new OutputStreamWriter(System.err, charset("stderr.encoding"))),
                interactive,
                style(interactive, variables),
                charset,
                interactive ? () -> TerminalWidth.find(variables) : () -> TableLayout.UNLIMITED);
    }

    static Style style(boolean isInteractive, UnaryOperator<@Nullable String> variables) {
        String noColour = variables.apply("NO_COLOR");
        return isInteractive && (noColour == null || noColour.isEmpty()) ? Style.COLOURED : Style.PLAIN;
    }

    private static Charset charset(String property) {
        String name = System.getProperty(property);
        return usable(name != null && Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset());
    }

    /**
     * Returns UTF-8 in place of ASCII, which is what Java understands from {@code LANG=C}: a locale that nobody has chosen
     * is no reason to lose names.
     */
    static Charset usable(Charset charset) {
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
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
