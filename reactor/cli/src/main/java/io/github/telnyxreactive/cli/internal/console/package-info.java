/** The terminal, and the progress that is shown on it. */
@NullMarked
package io.github.telnyxreactive.cli.internal.console;

import org.jspecify.annotations.NullMarked;
