/** What all commands share: their environment, the connection to the service, limits, errors and exit codes. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command;

import org.jspecify.annotations.NullMarked;
