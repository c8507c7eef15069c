/** The command {@code gate}: runs the release gate for a version of an assistant. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.gate;

import org.jspecify.annotations.NullMarked;
