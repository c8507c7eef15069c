/** What all models share. */
@NullMarked
package io.github.telnyxreactive.internal.model;

import org.jspecify.annotations.NullMarked;
