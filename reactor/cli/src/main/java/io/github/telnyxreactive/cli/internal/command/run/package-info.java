/** The command {@code run}: runs suites and tests to completion, and reports them. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.run;

import org.jspecify.annotations.NullMarked;
