// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.tck.HeldPacketContract;

class FrameHoldTest extends HeldPacketContract {
    FrameHoldTest() {
        super(new FrameForwarderFactory(), TestDialects.ALL);
    }
}
