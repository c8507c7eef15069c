/** Test runs: executions of assistant tests. */
@NullMarked
package io.github.telnyxreactive.model.testrun;

import org.jspecify.annotations.NullMarked;
