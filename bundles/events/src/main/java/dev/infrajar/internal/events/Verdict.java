// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.events;

import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.intercept.TappedPacket.Held;
import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * What becomes of a held packet, and what is sent beside it.
 *
 * @param decision about the packet
 * @param before packets ahead of it: id and fields
 * @param after packets behind it: id and fields
 */
record Verdict(Decision decision, List<ByteBuf> before, List<ByteBuf> after) {
    static final Verdict PASS = of(new Decision.Pass());
    static final Verdict DROP = of(new Decision.Drop());

    static Verdict of(Decision decision) {
        return new Verdict(decision, List.of(), List.of());
    }

    static Verdict replace(ByteBuf packet) {
        return of(new Decision.Replace(packet));
    }

    void apply(Held held) {
        if (before.isEmpty() && after.isEmpty()) {
            held.resume(decision);
        } else {
            held.resume(decision, before, after);
        }
    }
}
