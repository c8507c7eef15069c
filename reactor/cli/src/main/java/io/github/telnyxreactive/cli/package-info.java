/** The entry point of {@code telnyx-batch}, the command line for release engineers. */
@NullMarked
package io.github.telnyxreactive.cli;

import org.jspecify.annotations.NullMarked;
