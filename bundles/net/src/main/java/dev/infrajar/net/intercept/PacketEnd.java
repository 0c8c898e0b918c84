// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.forward.End;
import java.util.Optional;

/**
 * One end of a session whose packets the proxy sees, between two frames of either direction.
 *
 * @param end the channel; its received bytes are decrypted already
 * @param threshold packets of as many bytes or more are compressed on this connection; {@link #NO_COMPRESSION} before it
 *     compresses
 * @param ciphers of this connection, empty where it is not encrypted; owned and closed by the forwarder
 */
public record PacketEnd(End end, int threshold, Optional<Ciphers> ciphers) {
    /** The threshold of a connection that does not compress: frames have no data size. */
    public static final int NO_COMPRESSION = -1;
}
