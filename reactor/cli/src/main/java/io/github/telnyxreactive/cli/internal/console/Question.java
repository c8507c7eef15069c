package io.github.telnyxreactive.cli.internal.console;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Asks the user of this process. */
public final class Question {

    private Question() {}

    /**
     * Asks a question, and waits for the answer.
     *
     * @param question the question, on one line
     * @return the answer, {@code null} if there is no terminal, or no answer
     */
    public static @Nullable String ask(String question) {
        Console console = System.console();
        return Terminal.isTerminal(console) ? console.readLine("%s", question + " ") : null;
    }
}
