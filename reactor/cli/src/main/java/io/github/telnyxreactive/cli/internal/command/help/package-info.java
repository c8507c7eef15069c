/** The commands that help with the other ones. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.help;

import org.jspecify.annotations.NullMarked;
