/** A stateful simulator of the Telnyx AI Assistants API to test against, in process or as a program. */
@NullMarked
package io.github.telnyxreactive.simulator;

import org.jspecify.annotations.NullMarked;
