package io.github.telnyxreactive.webflux.wire;

import io.github.telnyxreactive.json.TelnyxJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.HttpMessageEncoder;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes the library's models, and the views of this service, with the library's codec: in snake case, with unknown fields,
 * and independently of the settings of the service's own mapper.
 *
 * <p>A stream becomes lines of JSON, each sent as soon as it is available, or one array. Either way values are requested and
 * written one at a time, and nothing is written before the first value, so that an earlier error can still set the status.
 */
public final class ModelEncoder implements HttpMessageEncoder<Object> {

    private static final String OWN_PACKAGES = "io.github.telnyxreactive.";
    private static final List<MimeType> TYPES = List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_NDJSON);

    /** Creates the encoder. */
    public ModelEncoder() {}

    @Override
    public boolean canEncode(ResolvableType elementType, @Nullable MimeType mimeType) {
        return elementType.toClass().getName().startsWith(OWN_PACKAGES)
                && (mimeType == null || TYPES.stream().anyMatch(type -> type.isCompatibleWith(mimeType)));
    }

    @Override
    public List<MimeType> getEncodableMimeTypes() {
        return TYPES;
    }

    @Override
    public List<MediaType> getStreamingMediaTypes() {
        return List.of(MediaType.APPLICATION_NDJSON);
    }

    @Override
    public Flux<DataBuffer> encode(
            Publisher<?> values,
            DataBufferFactory buffers,
            ResolvableType elementType,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        Flux<DataBuffer> encoded;
        if (values instanceof Mono<?> one) {
            encoded = one.map(value -> buffer(buffers, "", value, "")).flux();
        } else if (MediaType.APPLICATION_NDJSON.isCompatibleWith(mimeType)) {
            encoded = Flux.from(values).map(value -> buffer(buffers, "", value, "\n"));
        } else {
            encoded = Flux.from(values)
                    .index()
                    .map(indexed -> buffer(buffers, indexed.getT1() == 0 ? "[" : ",", indexed.getT2(), ""))
                    .switchIfEmpty(Mono.fromSupplier(() -> text(buffers, "[")))
                    .concatWith(Mono.fromSupplier(() -> text(buffers, "]")));
        }
        return encoded.doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    @Override
    public DataBuffer encodeValue(
            Object value,
            DataBufferFactory buffers,
            ResolvableType valueType,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        return buffer(buffers, "", value, "");
    }

    private static DataBuffer buffer(DataBufferFactory buffers, String before, Object value, String after) {
        byte[] json = TelnyxJson.write(value);
        byte[] whole = new byte[before.length() + json.length + after.length()];
        int at = 0;
        if (!before.isEmpty()) {
            whole[at++] = (byte) before.charAt(0);
        }
        System.arraycopy(json, 0, whole, at, json.length);
        if (!after.isEmpty()) {
            whole[whole.length - 1] = (byte) after.charAt(0);
        }
        return buffers.wrap(whole);
    }

    private static DataBuffer text(DataBufferFactory buffers, String text) {
        return buffers.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
