/** Lets a version of an assistant pass only if its tests say so. */
@NullMarked
package io.github.telnyxreactive.gate;

import org.jspecify.annotations.NullMarked;
