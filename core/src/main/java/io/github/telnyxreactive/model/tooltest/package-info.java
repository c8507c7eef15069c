/** Tests of webhook tools. */
@NullMarked
package io.github.telnyxreactive.model.tooltest;

import org.jspecify.annotations.NullMarked;
