/** Tags of assistants. */
@NullMarked
package io.github.telnyxreactive.model.tag;

import org.jspecify.annotations.NullMarked;
