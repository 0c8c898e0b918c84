// SPDX-License-Identifier: Apache-2.0
/**
 * Talking to clients and backends packet by packet, on the channel that a forwarder gets afterwards.
 *
 * <pre>
 *   virtual thread                         event loop
 *   ChannelConversation ── tasks ──▶ ConversationHandler ─┬─ FrameReader   received bytes ▶ decrypted ▶ one frame ▶ inflated
 *          ▲                                │             └─ FrameWriter   packet ▶ deflated ▶ frame ▶ encrypted
 *          ╰────────── one packet ──────────╯
 * </pre>
 *
 * <p>A frame is cut when the thread asks for a packet, never ahead of it: what is behind the last packet is still as it came
 * when encryption or compression begins there. The tasks keep the order in which the thread gave them.
 */
@NullMarked
package dev.infrajar.internal.session.conversation;

import org.jspecify.annotations.NullMarked;
