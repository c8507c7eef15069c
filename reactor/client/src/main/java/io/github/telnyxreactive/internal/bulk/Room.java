package io.github.telnyxreactive.internal.bulk;

/** Something that waits until runs may be started for it. */
interface Room {

    /** Returns how many runs are started at a time. */
    int runs();

    /** Starts them, and returns whether there are more to start. */
    boolean grant();

    /** Gives up what has not been started. */
    void refuse(Throwable reason);
}
