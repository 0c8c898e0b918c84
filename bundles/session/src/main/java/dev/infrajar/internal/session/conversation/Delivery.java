// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.conversation;

import io.netty.buffer.ByteBuf;

/** What the event loop gives to the thread that waits for a packet. */
sealed interface Delivery {
    /** As {@link Cut.Packet}. */
    record Arrived(ByteBuf idAndFields) implements Delivery {}

    /** No packet comes any more. */
    record Failed(String reason) implements Delivery {}
}
