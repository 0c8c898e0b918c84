// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.tck.ForwarderContract;
import dev.infrajar.tck.PacketRelayFactory;
import dev.infrajar.tck.TransportKind;
import java.io.IOException;

class FrameRelayOnEpollTest extends ForwarderContract {
    FrameRelayOnEpollTest() throws IOException {
        super(new PacketRelayFactory(new FrameForwarderFactory(), TestDialects.of(775)), TransportKind.EPOLL);
    }
}
