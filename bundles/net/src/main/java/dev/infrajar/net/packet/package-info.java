// SPDX-License-Identifier: Apache-2.0
/**
 * Packets: what they are called, which number they have in which version, and how those are read and written whose fields
 * the proxy needs.
 *
 * <p>A {@link dev.infrajar.net.packet.PacketKind} is a name that all versions share: phase, direction and a word
 * ({@code play clientbound login} is what others call Join Game). A {@link dev.infrajar.net.packet.Dialect} is what one
 * protocol number speaks; it knows the ids of the kinds and the layouts of the typed packets. Everything is looked up when
 * a session starts; the path of the packets gets numbers:
 *
 * <pre>
 *   handshake: protocol 774
 *        │
 *   Dialects.of(774) ──▶ Known(dialect) | Newer(dialect) | Refused(reason)
 *        │
 *        ├─ table(PLAY, CLIENTBOUND).ids(kinds wanted) ──▶ IdSet           per packet: ids.contains(id)
 *        │
 *        └─ format(PlayPackets.DISCONNECT) ──▶ PacketFormat                the few packets that are decoded:
 *                                                id(), readFields(in), write(out, packet)
 * </pre>
 *
 * <p>Versions come in bands: a number that is not known speaks as the greatest known number below it.
 *
 * <p>Typed packets are records in the package of their phase; those that configuration and play share are in
 * {@code shared}. The constants of {@code LoginPackets}, {@code ConfigurationPackets} and {@code PlayPackets} are the
 * {@linkplain dev.infrajar.net.packet.PacketType types} a dialect can be asked for. A record holds what any version can say;
 * what a version cannot say is left out when it is written, and has the value its component names when it is read.
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.packet;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
