// SPDX-License-Identifier: Apache-2.0
/**
 * Packets as plugins see them.
 *
 * <p>A plugin registers a {@link dev.infrajar.api.packet.PacketListener} as a service and declares with
 * {@link dev.infrajar.api.packet.PacketInterest} which packets it wants. Only those are decoded; all others pass untouched, and
 * nothing is paid for them. Packets are seen in the intercepted modes only; in forwarding modes no listener is called.
 *
 * <h2>The price</h2>
 *
 * <p>A wanted packet is copied, and everything behind it in its direction waits for the answer, which a thread of the plugin gives.
 * That is right for packets that come now and then. Who wants those that come by the hundred uses the packet taps of
 * {@code dev.infrajar.net.intercept}, which run on event loops.
 *
 * <h2>Names</h2>
 *
 * <p>Packets are called as in minecraft-data, whatever number a version gives them: {@code play serverbound chat_message}. A name
 * that no version knows is reported with what may have been meant, and the listener is not used.
 *
 * <h2>Phases</h2>
 *
 * <p>A listener is told of no change of phase: each packet says which one it belongs to ({@code event.kind().phase()}), and who needs the
 * change itself asks for the packets that make it: {@code configuration clientbound finish_configuration},
 * {@code play clientbound start_configuration}. Kinds of the phase login come only where client and backend do their login themselves
 * ({@code offline}, without a forwarding that asks the proxy), never where the proxy does it ({@code client_only}). How a connection
 * compresses is not seen at all.
 *
 * <h2>Threads, time and failure</h2>
 *
 * <p>As for the listeners of {@link dev.infrajar.api.event}: own threads, a time limit, quarantine after failures in a row. What
 * becomes of a packet whose listener fails, the listener declares.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.infrajar.api.packet;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
