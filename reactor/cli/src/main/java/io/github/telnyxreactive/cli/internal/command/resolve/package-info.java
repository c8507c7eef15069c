/** The command {@code resolve}: lists what exists for items whose outcome is unknown, and lets a person decide. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.resolve;

import org.jspecify.annotations.NullMarked;
