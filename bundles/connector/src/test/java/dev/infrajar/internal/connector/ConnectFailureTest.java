// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.connector.Attempt.Fault;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectFailureTest {
    @Test
    void tellsRefusedConnectionsFromAllOthers() {
        assertThat(ConnectFailure.of(new ConnectException("finishConnect(..) failed: Connection refused: /10.0.0.1:1")))
                .isEqualTo(new Attempt.Failed("connection refused", Fault.REFUSED));
        assertThat(ConnectFailure.of(new ConnectException("connect(..) failed: Network is unreachable")))
                .isEqualTo(new Attempt.Failed("connect(..) failed: Network is unreachable", Fault.BACKEND));
        assertThat(ConnectFailure.of(new NoRouteToHostException("No route to host: /10.0.0.1:1")))
                .isEqualTo(new Attempt.Failed("no route to host", Fault.BACKEND));
        assertThat(ConnectFailure.of(new IOException("Connection reset by peer")))
                .isEqualTo(new Attempt.Failed("Connection reset by peer", Fault.BACKEND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "newSocketStream(..) failed: Too many open files",
                "Too many open files in system",
                "connect(..) failed: No buffer space available",
                "Cannot allocate memory"
            })
    void proxyThatIsAtItsEndBlamesNobody(String words) {
        Throwable failure = new ChannelException("Unable to create Channel", new IOException(words));

        assertThat(ConnectFailure.of(failure)).isEqualTo(new Attempt.Failed(words, Fault.PROXY));
    }

    @Test
    void proxyWithoutPortsBlamesNobody() {
        assertThat(ConnectFailure.of(new BindException("Cannot assign requested address"))
                        .fault())
                .isEqualTo(Fault.PROXY);
        assertThat(ConnectFailure.of(new NoRouteToHostException("Cannot assign requested address"))
                        .fault())
                .isEqualTo(Fault.PROXY);
    }

    @Test
    void ourOwnEndBlamesNobody() {
        assertThat(ConnectFailure.of(new ClosedChannelException()).fault()).isEqualTo(Fault.PROXY);
        assertThat(ConnectFailure.of(new RejectedExecutionException()).fault()).isEqualTo(Fault.PROXY);
        assertThat(ConnectFailure.of(null).fault()).isEqualTo(Fault.PROXY);
    }

    @Test
    void failureWithoutWordsIsToldAllTheSame() {
        assertThat(ConnectFailure.of(new SocketException()))
                .isEqualTo(new Attempt.Failed("java.net.SocketException", Fault.BACKEND));
    }
}
