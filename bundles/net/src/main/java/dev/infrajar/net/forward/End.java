// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;

/**
 * One end of a session at the moment it is handed to a forwarder.
 *
 * @param channel registered with the session's event loop; its pipeline is empty, {@code autoRead} is off, half-closure is
 *     allowed, no write is pending
 * @param received bytes that came from this peer and must reach the other before any later one; may be empty; the
 *     forwarder owns and releases it
 * @param inputClosed whether the peer's EOF has already been seen, behind {@code received}
 */
public record End(Channel channel, ByteBuf received, boolean inputClosed) {}
