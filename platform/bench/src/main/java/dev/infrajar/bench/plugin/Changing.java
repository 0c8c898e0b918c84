// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.plugin;

import dev.infrajar.net.intercept.PacketTapFactory;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.wire.VarInts;
import io.netty.buffer.ByteBuf;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Replaces every packet of a kind that is rare by one whose last byte is larger by one. */
public final class Changing implements BundleActivator {
    @Override
    @SuppressWarnings("JdkObsolete") // the registry takes a Dictionary
    public void start(BundleContext context) {
        Dictionary<String, Object> properties =
                new Hashtable<>(Map.of("tap.id", "bench-changing", "tap.kinds", "play clientbound update_light"));
        context.registerService(PacketTapFactory.class, _ -> Optional.of(Changing::change), properties);
    }

    @Override
    public void stop(BundleContext context) {
        // What a bundle has registered goes with it.
    }

    private static void change(TappedPacket packet) {
        ByteBuf fields = packet.fields();
        ByteBuf changed = fields.alloc().directBuffer(VarInts.MAX_BYTES + fields.readableBytes());
        VarInts.write(changed, packet.id());
        changed.writeBytes(fields);
        int last = changed.writerIndex() - 1;
        changed.setByte(last, changed.getByte(last) + 1);
        packet.replace(changed);
    }
}
