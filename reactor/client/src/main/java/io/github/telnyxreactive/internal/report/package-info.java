/** What the writers of reports need that knows nothing of batches: text, tables, names and files. Writing blocks its caller. */
@NullMarked
package io.github.telnyxreactive.internal.report;

import org.jspecify.annotations.NullMarked;
