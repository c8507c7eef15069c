/** Measurements of the parts of the client, each without a network. */
@NullMarked
package io.github.telnyxreactive.benchmarks.inside;

import org.jspecify.annotations.NullMarked;
