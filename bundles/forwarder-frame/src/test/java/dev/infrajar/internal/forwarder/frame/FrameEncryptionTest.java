// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.tck.EncryptedPacketContract;

class FrameEncryptionTest extends EncryptedPacketContract {
    FrameEncryptionTest() {
        super(new FrameForwarderFactory(), TestDialects.ALL);
    }
}
