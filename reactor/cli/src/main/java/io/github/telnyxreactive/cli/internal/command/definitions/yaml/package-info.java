/** Reads and writes JSON trees as YAML, without a change to any value. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.definitions.yaml;

import org.jspecify.annotations.NullMarked;
