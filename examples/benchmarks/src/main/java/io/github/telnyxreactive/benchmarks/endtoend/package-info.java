/** Measurements of whole calls, with a server and a client in processes of their own, each on its own core. */
@NullMarked
package io.github.telnyxreactive.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
