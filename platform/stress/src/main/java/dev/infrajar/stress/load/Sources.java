// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Where connections come from; used by one event loop. */
public interface Sources {
    /** Wherever the system chooses. */
    Sources SYSTEM = () -> null;

    /** The next local address, or null if the system may choose. */
    @Nullable
    InetSocketAddress next();

    /**
     * One address of 127.0.0.0/8 after the other, so that neither limits per address nor ports that are still waiting
     * (TIME_WAIT) count in.
     *
     * @param first the first address, as four bytes
     * @param count how many there are before the first comes again
     */
    static Sources loopback(int first, int count) {
        return new Sources() {
            private int used;

            @Override
            public InetSocketAddress next() {
                int address = first + used++ % count;
                return new InetSocketAddress(addressOf(address), 0);
            }
        };
    }

    private static InetAddress addressOf(int address) {
        try {
            return InetAddress.getByAddress(
                    ByteBuffer.allocate(Integer.BYTES).putInt(address).array());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
