// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A packet on its way through the taps, and what is to become of it: it passes unless somebody says otherwise. What a tap decides takes
 * effect when the tap returns; until then {@link #id} and {@link #fields} are as it found them. One object serves
 * one direction of a session again and again: valid during the call it was given to, on the event loop.
 */
@ProviderType
public interface TappedPacket {
    /** What becomes of a packet that was held. */
    sealed interface Decision {
        /** It passes as it came. */
        record Pass() implements Decision {}

        /** It goes no further. */
        record Drop() implements Decision {}

        /**
         * Another goes on instead of it.
         *
         * @param packet id and fields; released by the forwarder
         */
        record Replace(ByteBuf packet) implements Decision {}

        /**
         * The session ends.
         *
         * @param reason one line for logs
         */
        record End(String reason) implements Decision {}
    }

    /** A packet that waits for somebody, and all that follow it in its direction. */
    @ProviderType
    interface Held {
        /**
         * Lets the direction go on. The first call counts; one that comes too late only releases its packet. Callable from any
         * thread.
         *
         * @param decision what becomes of the packet; taps behind the one that held it are still shown what passes
         */
        void resume(Decision decision);

        /**
         * Lets the direction go on, with packets beside the one that was held; they are not shown to taps. Callable from any thread.
         * Forwarders need not implement it: a {@link TapChain} does, for the taps in it.
         *
         * @param decision what becomes of the packet
         * @param before packets ahead of it: id and fields; released
         * @param after packets behind it, also when it is dropped; released
         */
        default void resume(Decision decision, List<ByteBuf> before, List<ByteBuf> after) {
            throw new UnsupportedOperationException("only a chain of taps does that");
        }
    }

    /**
     * Where it goes.
     *
     * @return the direction
     */
    Direction direction();

    /**
     * The phase it belongs to.
     *
     * @return login, configuration or play
     */
    Phase phase();

    /**
     * Its number in the session's dialect.
     *
     * @return 0 or more
     */
    int id();

    /**
     * Its fields, as the taps before have left them. To be read only; each call gives a view with indices of its own.
     *
     * @return valid during the call; not to be released; {@code retain()} or a copy keeps it longer
     */
    ByteBuf fields();

    /** It goes no further. */
    void drop();

    /**
     * Another goes on instead; the taps that follow see that one if they want its kind.
     *
     * @param packet id and fields; released by the forwarder
     */
    void replace(ByteBuf packet);

    /**
     * Sends a packet ahead of this one, the same way. Not shown to taps.
     *
     * @param packet id and fields; released by the forwarder
     */
    void sendBefore(ByteBuf packet);

    /**
     * Sends a packet behind this one, the same way, also when this one is dropped. Not shown to taps.
     *
     * @param packet id and fields; released by the forwarder
     */
    void sendAfter(ByteBuf packet);

    /**
     * Keeps it, and all that follow in its direction, until somebody decides.
     *
     * @param limit how long at most
     * @param otherwise what becomes of it then
     * @return for whoever decides
     */
    Held hold(Duration limit, Decision otherwise);
}
