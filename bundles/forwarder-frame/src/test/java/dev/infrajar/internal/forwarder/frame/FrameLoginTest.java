// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.tck.PacketLoginContract;

class FrameLoginTest extends PacketLoginContract {
    FrameLoginTest() {
        super(new FrameForwarderFactory(), TestDialects.ALL);
    }
}
