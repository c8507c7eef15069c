/**
 * Common parts of all models: builders, the three states of an update field, and the handling of unknown fields.
 *
 * <p>The models of this package and those below it are read and written by {@link
 * io.github.telnyxreactive.json.TelnyxJson}, and by any mapper of Jackson 3. Jackson 2 does not know them: what it writes has other names, and lacks unknown fields. Where a framework writes with Jackson 2, let {@link
 * io.github.telnyxreactive.json.TelnyxJson#write(Object)} write the models instead.
 */
@NullMarked
package io.github.telnyxreactive.model;

import org.jspecify.annotations.NullMarked;
