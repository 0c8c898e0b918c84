// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AcceptHandlerTest {
    private final LoopTransport transport = LoopTransport.nio();
    private final EmbeddedChannel listening = new EmbeddedChannel(new AcceptHandler(transport, new Permits(0)));

    @AfterEach
    void close() {
        listening.finishAndReleaseAll();
        transport.close();
    }

    private void fail() {
        listening.pipeline().fireExceptionCaught(new IOException("too many open files"));
    }

    private void pass(long millis) {
        listening.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        listening.runScheduledPendingTasks();
    }

    @Test
    void pausesLongerWithEachErrorInARow() {
        listening.freezeTime();
        for (long pause : new long[] {100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000}) {
            fail();
            assertThat(listening.config().isAutoRead()).isFalse();
            pass(pause - 1);
            assertThat(listening.config().isAutoRead()).isFalse();
            pass(1);
            assertThat(listening.config().isAutoRead()).isTrue();
        }
    }

    @Test
    void startsAnewAfterSuccess() {
        listening.freezeTime();
        fail();
        pass(100);
        EmbeddedChannel client = new EmbeddedChannel();
        listening.pipeline().fireChannelRead(client);
        fail();
        pass(100);

        assertThat(listening.config().isAutoRead()).isTrue();
        client.finishAndReleaseAll();
    }
}
