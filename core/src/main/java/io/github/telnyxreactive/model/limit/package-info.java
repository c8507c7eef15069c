/** The limits that the contract sets on what requests hold, as annotations of the models. */
@NullMarked
package io.github.telnyxreactive.model.limit;

import org.jspecify.annotations.NullMarked;
