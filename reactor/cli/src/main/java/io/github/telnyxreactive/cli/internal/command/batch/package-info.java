/** What the commands that run batches have in common. */
@NullMarked
package io.github.telnyxreactive.cli.internal.command.batch;

import org.jspecify.annotations.NullMarked;
