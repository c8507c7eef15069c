/** What is known of the suites and their runs. Nothing here reads, writes, waits or asks for the time. */
@NullMarked
package io.github.telnyxreactive.cli.internal.progress;

import org.jspecify.annotations.NullMarked;
