// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import dev.infrajar.tck.AllocationMeter;
import dev.infrajar.tck.ForwarderContract;
import dev.infrajar.tck.TransportKind;
import java.io.IOException;

class SpliceForwarderTest extends ForwarderContract {
    /** Two calls, and what {@link Syscalls} says of each. */
    private static final int LINKER_BYTES = 2 * 40;

    SpliceForwarderTest() throws IOException {
        super(new SpliceForwarderFactory(), TransportKind.EPOLL);
    }

    @Override
    protected double nothing() {
        return LINKER_BYTES + AllocationMeter.NOTHING;
    }
}
