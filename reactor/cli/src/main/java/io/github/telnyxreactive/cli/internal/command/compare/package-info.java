/** The command {@code compare}. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.compare;

import org.jspecify.annotations.NullMarked;
