// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.api.packet.PacketAnswer;
import dev.infrajar.api.packet.PacketEvent;
import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.api.packet.RawPacket;
import java.nio.ByteBuffer;
import org.osgi.framework.FrameworkUtil;

/** A plugin's packet listener that leaves the last number of its version in each message. */
public final class MarkingListener implements PacketListener {
    private final int mark =
            FrameworkUtil.getBundle(MarkingListener.class).getVersion().getMicro();

    @Override
    public PacketAnswer onPacket(PacketEvent event) {
        ByteBuffer fields = event.fields();
        ByteBuffer marked =
                ByteBuffer.allocate(fields.remaining()).put(fields).flip().put(Message.MARK_AT, (byte) mark);
        return PacketAnswer.replace(new RawPacket(event.kind().name(), marked));
    }
}
