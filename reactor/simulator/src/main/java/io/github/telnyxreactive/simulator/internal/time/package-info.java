/** Time for tests of modules of this project. */
@NullMarked
package io.github.telnyxreactive.simulator.internal.time;

import org.jspecify.annotations.NullMarked;
