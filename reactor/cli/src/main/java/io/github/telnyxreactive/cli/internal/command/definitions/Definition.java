package io.github.telnyxreactive.cli.internal.command.definitions;

import io.github.telnyxreactive.cli.internal.command.definitions.yaml.YamlDocument;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file that defines a thing.
 *
 * @param kind the kind of the thing
 * @param file the path of the file in its folder, with slashes
 * @param document what is in it, with names in place of ids
 */
record Definition(Kind kind, String file, YamlDocument document) {

    ObjectNode content() {
        return document.content();
    }

    Key key() {
        return kind.key(content());
    }

    /** Describes a problem at a value. */
    String problem(String path, String message) {
        return file + ":" + document.position(path) + ": " + message;
    }
}
