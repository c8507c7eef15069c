package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

/** Thrown when a text is not YAML, or YAML that has no equivalent in JSON. */
public final class YamlException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Position position;

    YamlException(Position position, String message) {
        super(message);
        this.position = position;
    }

    /**
     * Returns where the problem is.
     *
     * @return the place
     */
    public Position position() {
        return position;
    }
}
