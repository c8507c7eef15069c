/** The command {@code list}: writes the lists of an account to the standard output. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.list;

import org.jspecify.annotations.NullMarked;
