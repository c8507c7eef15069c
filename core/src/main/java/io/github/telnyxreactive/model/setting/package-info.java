/** Settings of assistants: models, voice, transcription, telephony, messaging, privacy, insights and looks. */
@NullMarked
package io.github.telnyxreactive.model.setting;

import org.jspecify.annotations.NullMarked;
