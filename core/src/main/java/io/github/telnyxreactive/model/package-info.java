/** Common parts of all models: builders, the three states of an update field, and the handling of unknown fields. */
@NullMarked
package io.github.telnyxreactive.model;

import org.jspecify.annotations.NullMarked;
