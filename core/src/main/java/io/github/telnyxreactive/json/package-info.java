/** Conversion of models to JSON and back, outside of calls. */
@NullMarked
package io.github.telnyxreactive.json;

import org.jspecify.annotations.NullMarked;
