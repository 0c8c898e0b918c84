// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import io.netty.buffer.ByteBuf;
import java.io.IOException;

/** What a client wants from the benchmark's backend, until the client ends; follows the login start as one byte. */
public enum Order {
    /** Send every byte back. */
    ECHO('E'),
    /** Send as fast as possible: a clientbound stream. */
    SOURCE('S'),
    /** Take and drop everything: a serverbound stream. */
    SINK('T'),
    /** The same for an idle session: costs no thread. */
    HOLD('H');

    /** The length on the wire. */
    static final int ENCODED_BYTES = 1;

    private final char code;

    Order(char code) {
        this.code = code;
    }

    /** Appends it. */
    public void write(ByteBuf out) {
        out.writeByte(code);
    }

    /**
     * Reads an order.
     *
     * @throws IOException if there is none of that code: the proxy has lost or added bytes
     */
    public static Order read(ByteBuf in) throws IOException {
        byte read = in.readByte();
        for (Order order : values()) {
            if (order.code == read) {
                return order;
            }
        }
        throw new IOException("no order has the code " + read);
    }
}
