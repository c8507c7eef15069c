/** The console: whether it is a terminal, and what is shown on it while runs are under way. */
@NullMarked
package io.github.telnyxreactive.cli.internal.console;

import org.jspecify.annotations.NullMarked;
