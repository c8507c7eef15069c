/** The options that run a command against a simulator in the same process. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.simulation;

import org.jspecify.annotations.NullMarked;
