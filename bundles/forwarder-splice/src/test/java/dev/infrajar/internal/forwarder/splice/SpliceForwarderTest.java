// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import dev.infrajar.tck.ForwarderContract;
import dev.infrajar.tck.TransportKind;
import java.io.IOException;

class SpliceForwarderTest extends ForwarderContract {
    SpliceForwarderTest() throws IOException {
        super(new SpliceForwarderFactory(), TransportKind.EPOLL);
    }
}
