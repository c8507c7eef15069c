/** Measurements of the client. */
@NullMarked
package io.github.telnyxreactive.benchmarks;

import org.jspecify.annotations.NullMarked;
