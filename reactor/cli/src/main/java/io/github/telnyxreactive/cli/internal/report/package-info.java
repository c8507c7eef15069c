/** What is known of a batch at its end, written to files for build servers. Nothing here waits or asks for the time. */
@NullMarked
package io.github.telnyxreactive.cli.internal.report;

import org.jspecify.annotations.NullMarked;
