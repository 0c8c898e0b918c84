// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.tck.PacketLimitsContract;

class FrameLimitsTest extends PacketLimitsContract {
    FrameLimitsTest() {
        super(new FrameForwarderFactory(), TestDialects.ALL);
    }
}
