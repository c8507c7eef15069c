/** Finds the suites and tests that a user wants to run. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.selection;

import org.jspecify.annotations.NullMarked;
