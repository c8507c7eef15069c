package io.github.telnyxreactive.internal.transport;

import io.netty.handler.codec.DecoderException;

/** A compressed body is damaged, ends early, or is too long for what it inflates to. */
final class InflationException extends DecoderException {

    private static final long serialVersionUID = 1L;

    InflationException(String reason) {
        super(reason);
    }
}
