// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import dev.infrajar.internal.session.phase.Rejection;
import io.netty.buffer.ByteBuf;

/** What {@link FrameReader} found at the beginning of what it has received. */
sealed interface Cut {
    /** More bytes are needed. */
    Cut INCOMPLETE = new Incomplete();

    record Incomplete() implements Cut {}

    /** A packet, inflated, on the heap and without an owner: it need not be released. Its id may be missing. */
    record Packet(ByteBuf idAndFields) implements Cut {}

    /** No packet: nothing behind it can be understood. */
    record Broken(Rejection rejection, String reason) implements Cut {}
}
