/** The commands {@code export} and {@code apply}: what an account has, as files that can be kept, compared and applied. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.definitions;

import org.jspecify.annotations.NullMarked;
