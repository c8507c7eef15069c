/** What all models share: builders, the three states of a field in an update, and the handling of unknown fields. */
@NullMarked
package io.github.telnyxreactive.model;

import org.jspecify.annotations.NullMarked;
