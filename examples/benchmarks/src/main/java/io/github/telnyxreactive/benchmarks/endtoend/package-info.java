/** Measurements of whole calls: a server and one client in processes of their own, each on a core of its own. */
@NullMarked
package io.github.telnyxreactive.benchmarks.endtoend;

import org.jspecify.annotations.NullMarked;
