package io.github.telnyxreactive.cli.internal.command.doctor;

import java.util.Locale;

/** What a check has come to. */
enum Verdict {
    /** As expected. */
    OK,
    /** Not as expected, but harmless. */
    NOTE,
    /** Not as expected. */
    ODD,
    /** It could not be read. */
    FAILED,
    /** It was not tried. */
    SKIPPED;

    /** Returns whether the program is to say so with its exit code. */
    boolean isBad() {
        return this == ODD || this == FAILED;
    }

    /** Returns the word for outputs. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
