package io.github.telnyxreactive.model.setting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.telnyxreactive.internal.model.Models;

/**
 * A speech-to-text model. Values unknown to this library are kept as received.
 *
 * @param value the value on the wire
 */
public record TranscriptionModel(@JsonValue String value) {

    /** Deepgram Flux. */
    public static final TranscriptionModel DEEPGRAM_FLUX = new TranscriptionModel("deepgram/flux");

    /** Deepgram Nova 3. */
    public static final TranscriptionModel DEEPGRAM_NOVA_3 = new TranscriptionModel("deepgram/nova-3");

    /** Deepgram Nova 2. */
    public static final TranscriptionModel DEEPGRAM_NOVA_2 = new TranscriptionModel("deepgram/nova-2");

    /** The fast model of Azure. */
    public static final TranscriptionModel AZURE_FAST = new TranscriptionModel("azure/fast");

    /** AssemblyAI Universal-Streaming. */
    public static final TranscriptionModel ASSEMBLYAI_UNIVERSAL_STREAMING =
            new TranscriptionModel("assemblyai/universal-streaming");

    /** xAI Grok speech to text. */
    public static final TranscriptionModel XAI_GROK_STT = new TranscriptionModel("xai/grok-stt");

    /** The real-time model of Soniox, version 4. */
    public static final TranscriptionModel SONIOX_STT_RT_V4 = new TranscriptionModel("soniox/stt-rt-v4");

    /** NVIDIA Parakeet, version 3. */
    public static final TranscriptionModel NVIDIA_PARAKEET_V3 = new TranscriptionModel("nvidia/parakeet-v3");

    /** Distil-Whisper Large, version 2. */
    public static final TranscriptionModel DISTIL_WHISPER_DISTIL_LARGE_V2 =
            new TranscriptionModel("distil-whisper/distil-large-v2");

    /** OpenAI Whisper Large, version 3 Turbo. */
    public static final TranscriptionModel OPENAI_WHISPER_LARGE_V3_TURBO =
            new TranscriptionModel("openai/whisper-large-v3-turbo");

    /**
     * Creates an instance with the given value, which need not be one of the constants.
     *
     * @param value the value on the wire
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TranscriptionModel {
        Models.required(value, "model");
    }

    @Override
    public String toString() {
        return value;
    }
}
