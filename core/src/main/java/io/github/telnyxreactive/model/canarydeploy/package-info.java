/** Canary deploys: versions that are tried out on part of the conversations. */
@NullMarked
package io.github.telnyxreactive.model.canarydeploy;

import org.jspecify.annotations.NullMarked;
