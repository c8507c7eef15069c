package io.github.telnyxreactive.cli.internal.command.doctor;

/**
 * Something that is not as expected, said without values.
 *
 * @param path where it is in the response
 * @param kind what is wrong
 */
record Problem(String path, String kind) {

    @Override
    public String toString() {
        return path + ": " + kind;
    }
}
