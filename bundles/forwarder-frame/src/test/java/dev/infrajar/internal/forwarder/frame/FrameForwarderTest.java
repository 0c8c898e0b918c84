// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.tck.PacketForwarderContract;

class FrameForwarderTest extends PacketForwarderContract {
    FrameForwarderTest() {
        super(new FrameForwarderFactory(), TestDialects.ALL);
    }
}
