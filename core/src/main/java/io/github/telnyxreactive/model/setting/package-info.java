/** Settings of assistants: models, voice, transcription, telephony, messaging, privacy, insights and appearance. */
@NullMarked
package io.github.telnyxreactive.model.setting;

import org.jspecify.annotations.NullMarked;
