package io.github.telnyxreactive.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests what the decompressor holds, passes on and releases, message by message. */
class DecompressorTest {

    private static final int LIMIT = 5 * 1024 * 1024;

    private final EmbeddedChannel channel = new EmbeddedChannel(new Decompressor(LIMIT));
    private final List<ByteBuf> sent = new ArrayList<>();

    @AfterEach
    void verifyEveryBufferIsReleased() {
        channel.finishAndReleaseAll();
        assertThat(sent).allMatch(buffer -> buffer.refCnt() == 0);
    }

    private ByteBuf buffer(byte[] bytes) {
        ByteBuf buffer = channel.alloc().buffer().writeBytes(bytes);
        sent.add(buffer);
        return buffer;
    }

    private void head() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set("Content-Encoding", "gzip").set("Content-Length", 9);
        channel.writeInbound(head);
        HttpResponse passed = channel.readInbound();
        assertThat(passed.headers().names()).isEmpty();
    }

    private void demand(boolean any) {
        channel.config().setAutoRead(any);
    }

    /** Returns the next piece of the body, empty if there is none, or {@code null} at the end of the body. */
    private @Nullable String next() {
        HttpContent content = channel.readInbound();
        if (content == null) {
            return "";
        }
        String text = content.content().toString(UTF_8);
        content.release();
        return content instanceof LastHttpContent ? null : text;
    }

    private int inflated() {
        int length = 0;
        for (String text = next(); text != null && !text.isEmpty(); text = next()) {
            length += text.length();
        }
        return length;
    }

    @Test
    void holdsWhatIsNotAskedFor() {
        demand(false);
        head();
        channel.writeInbound(
                new DefaultHttpContent(buffer(Compressed.gzip("a".repeat(1_000_000)))),
                LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(next()).isEmpty();

        int length = 0;
        for (int reads = 1; reads <= 3; reads++) {
            channel.read();
            String piece = Objects.requireNonNull(next());
            assertThat(piece).hasSizeBetween(1, Inflation.MAX_PIECE);
            assertThat(next()).isEmpty();
            length += piece.length();
        }
        demand(true);
        assertThat(length + inflated()).isEqualTo(1_000_000);
    }

    @Test
    void passesTheTrailersOn() {
        head();
        LastHttpContent last = new DefaultLastHttpContent(buffer(Compressed.gzip("text")));
        last.trailingHeaders().set("x-trailer", "1");
        channel.writeInbound(last);

        assertThat(next()).isEqualTo("text");
        LastHttpContent passed = channel.readInbound();
        assertThat(passed.trailingHeaders().get("x-trailer")).isEqualTo("1");
        assertThat(passed.content().isReadable()).isFalse();
    }

    @Test
    void passesAnEndOnThatCouldNotBeDecoded() {
        head();
        channel.writeInbound(new DefaultHttpContent(buffer(Compressed.cut(Compressed.gzip("text"), 1))));
        LastHttpContent last = new DefaultLastHttpContent(buffer(new byte[0]));
        last.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a chunk is damaged")));
        channel.writeInbound(last);

        assertThat(next()).isEqualTo("text");
        LastHttpContent passed = channel.readInbound();
        assertThat(passed.decoderResult().isFailure()).isTrue();
        passed.release();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void closesTheConnectionOfABodyThatEndsEarly() {
        head();
        channel.writeInbound(new DefaultHttpContent(buffer(Compressed.cut(Compressed.gzip("text"), 1))));
        assertThat(next()).isEqualTo("text");

        assertThatThrownBy(() -> channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT))
                .isInstanceOf(InflationException.class)
                .hasMessageContaining("ends early");
        assertThat(next()).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void dropsWhatFollowsDamage() {
        head();
        assertThatThrownBy(() -> channel.writeInbound(
                        new DefaultHttpContent(buffer(new byte[100])), new DefaultHttpContent(buffer(new byte[100]))))
                .isInstanceOf(InflationException.class);

        assertThat(next()).isEmpty();
    }

    @Test
    void passesOnWhatAClosedConnectionLeavesBehind() {
        demand(false);
        head();
        channel.writeInbound(new DefaultHttpContent(buffer(Compressed.gzip("a".repeat(LIMIT)))));
        assertThat(next()).isEmpty();

        channel.pipeline().fireChannelInactive();

        assertThat(inflated()).isEqualTo(LIMIT);
    }

    @Test
    void limitsWhatAClosedConnectionLeavesBehind() {
        demand(false);
        head();
        channel.writeInbound(new DefaultHttpContent(buffer(Compressed.gzip("a".repeat(10 * LIMIT)))));

        channel.pipeline().fireChannelInactive();

        assertThatThrownBy(channel::checkException)
                .isInstanceOf(InflationException.class)
                .hasMessageContaining("were not read");
        assertThat(inflated()).isBetween(1, LIMIT);
    }

    @Test
    void releasesWhatIsHeldWhenTheConnectionIsClosed() {
        demand(false);
        head();
        channel.writeInbound(
                new DefaultHttpContent(buffer(Compressed.gzip("a".repeat(1_000_000)))),
                new DefaultLastHttpContent(buffer(new byte[0])));

        channel.close();

        assertThat(inflated()).isZero();
    }

    private AtomicInteger countReads() {
        AtomicInteger reads = new AtomicInteger();
        channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void read(ChannelHandlerContext context) {
                reads.incrementAndGet();
            }
        });
        return reads;
    }

    @Test
    void asksForMoreThanWhatInflatesToNothing() {
        demand(false);
        AtomicInteger reads = countReads();
        head();
        channel.read();
        assertThat(reads).hasValue(1);

        channel.writeInbound(new DefaultHttpContent(buffer(new byte[] {0x1f, (byte) 0x8b})));

        assertThat(next()).isEmpty();
        assertThat(reads).hasValue(2);
    }

    @Test
    void asksForMoreWhenAllThatIsHeldIsPassedOn() {
        demand(false);
        AtomicInteger reads = countReads();
        head();
        channel.writeInbound(new DefaultHttpContent(buffer(Compressed.gzip("a".repeat(1_000_000)))));
        channel.read();
        assertThat(next()).isNotEmpty();
        assertThat(reads).hasValue(0);

        demand(true);

        assertThat(inflated()).isPositive();
        assertThat(reads).hasValue(1);
    }

    @Test
    void leavesOtherResponsesAlone() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set("Content-Encoding", "br").set("Content-Length", 4);
        HttpContent content = new DefaultHttpContent(buffer("what".getBytes(UTF_8)));
        HttpResponse whole =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.NO_CONTENT, Unpooled.EMPTY_BUFFER);
        whole.headers().set("Content-Encoding", "gzip");
        channel.writeInbound(head, content, LastHttpContent.EMPTY_LAST_CONTENT, whole);

        assertThat(channel.<Object>readInbound()).isSameAs(head);
        assertThat(head.headers().names()).hasSize(2);
        assertThat(channel.<Object>readInbound()).isSameAs(content);
        content.release();
        assertThat(channel.<Object>readInbound()).isSameAs(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(channel.<Object>readInbound()).isSameAs(whole);
    }
}
