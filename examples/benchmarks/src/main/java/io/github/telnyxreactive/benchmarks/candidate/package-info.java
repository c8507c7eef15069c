/** The clients that are measured side by side. */
@NullMarked
package io.github.telnyxreactive.benchmarks.candidate;

import org.jspecify.annotations.NullMarked;
