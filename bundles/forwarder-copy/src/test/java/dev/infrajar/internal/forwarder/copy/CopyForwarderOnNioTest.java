// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.copy;

import dev.infrajar.tck.ForwarderContract;
import dev.infrajar.tck.TransportKind;
import java.io.IOException;

class CopyForwarderOnNioTest extends ForwarderContract {
    CopyForwarderOnNioTest() throws IOException {
        super(new CopyForwarderFactory(), TransportKind.NIO);
    }
}
