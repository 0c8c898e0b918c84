// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.net.intercept.PacketTap;
import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import org.osgi.framework.FrameworkUtil;

/** A plugin's tap that leaves the last number of its version in each message. */
public final class MarkingTaps implements PacketTapFactory {
    private final int mark =
            FrameworkUtil.getBundle(MarkingTaps.class).getVersion().getMicro();

    @Override
    public Optional<PacketTap> create(TapSession session) {
        return Optional.of(this::mark);
    }

    private void mark(TappedPacket packet) {
        ByteBuf fields = packet.fields();
        ByteBuf marked = fields.alloc().buffer();
        VarInts.write(marked, packet.id());
        int begin = marked.writerIndex();
        marked.writeBytes(fields);
        marked.setByte(begin + Message.MARK_AT, mark);
        packet.replace(marked);
    }
}
