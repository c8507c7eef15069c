/** Many suites and tests at once: triggered, followed to their ends, counted, and gated on. */
@NullMarked
package io.github.telnyxreactive.bulk;

import org.jspecify.annotations.NullMarked;
