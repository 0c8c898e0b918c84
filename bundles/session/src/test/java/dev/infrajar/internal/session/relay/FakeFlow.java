// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.relay;

import dev.infrajar.net.forward.Flow;

/** A direction that does what its fields say. */
final class FakeFlow implements Flow {
    long read;
    long pending;
    boolean reading = true;
    boolean open = true;

    @Override
    public long readBytes() {
        return read;
    }

    @Override
    public long pendingBytes() {
        return pending;
    }

    @Override
    public boolean isReading() {
        return reading;
    }

    @Override
    public boolean isOpen() {
        return open;
    }
}
