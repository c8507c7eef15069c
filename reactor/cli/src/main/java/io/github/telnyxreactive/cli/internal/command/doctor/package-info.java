/** The command {@code doctor}: reads what can be read, and says what is not as expected. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.doctor;

import org.jspecify.annotations.NullMarked;
