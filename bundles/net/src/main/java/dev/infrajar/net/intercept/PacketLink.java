// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;
import java.util.function.Consumer;

/**
 * What a packet forwarder is to connect.
 *
 * @param client the client's end
 * @param backend the backend's end, on the same event loop
 * @param dialect what both ends speak
 * @param phase the phase that both ends are in: login if the backend's login is relayed, else what follows it
 * @param limits the limits of this session
 * @param compression inflates and deflates what must be
 * @param taps who looks at packets
 * @param ended as {@link dev.infrajar.net.forward.Link#ended()}; ciphers and taps have been closed too
 * @param rejected is told, before the end, who has sent or decided what cannot be relayed, and why ({@code client: frame is
 *     empty}): such ends are counted by these words
 */
public record PacketLink(
        PacketEnd client,
        PacketEnd backend,
        Dialect dialect,
        Phase phase,
        PacketLimits limits,
        CompressionFactory compression,
        TapChain taps,
        Consumer<Outcome> ended,
        Consumer<String> rejected) {
    /**
     * The same, where nobody counts.
     *
     * @param client the client's end
     * @param backend the backend's end
     * @param dialect what both ends speak
     * @param phase the phase that both ends are in
     * @param limits the limits of this session
     * @param compression inflates and deflates
     * @param taps who looks at packets
     * @param ended takes the outcome
     */
    public PacketLink(
            PacketEnd client,
            PacketEnd backend,
            Dialect dialect,
            Phase phase,
            PacketLimits limits,
            CompressionFactory compression,
            TapChain taps,
            Consumer<Outcome> ended) {
        this(client, backend, dialect, phase, limits, compression, taps, ended, reason -> {});
    }
}
