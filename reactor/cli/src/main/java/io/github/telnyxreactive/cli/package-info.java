/** The command line: reads what is asked for, has it done, and reports. */
@NullMarked
package io.github.telnyxreactive.cli;

import org.jspecify.annotations.NullMarked;
