/** What the implementation of all models shares. */
@NullMarked
package io.github.telnyxreactive.internal.model;

import org.jspecify.annotations.NullMarked;
