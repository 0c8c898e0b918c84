// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck.plugin;

import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A packet that notes what a tap does to it. */
public final class ShownPacket implements TappedPacket {
    private final PacketKind kind;
    private final int id;
    private final ByteBuf fields;
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private String outcome = "passed";

    ShownPacket(PacketKind kind, int id, byte[] fields) {
        this.kind = kind;
        this.id = id;
        this.fields = Unpooled.wrappedBuffer(fields);
    }

    /**
     * What has become of it.
     *
     * @return {@code passed}, {@code dropped}, {@code held}, {@code ended: REASON}, or {@code replaced by BYTES} in hexadecimal
     */
    public String outcome() {
        return outcome;
    }

    /**
     * The packets ahead of it.
     *
     * @return number and fields of each in hexadecimal
     */
    public List<String> before() {
        return List.copyOf(before);
    }

    /**
     * The packets behind it.
     *
     * @return number and fields of each in hexadecimal
     */
    public List<String> after() {
        return List.copyOf(after);
    }

    private static String hex(ByteBuf packet) {
        String hex = ByteBufUtil.hexDump(packet);
        packet.release();
        return hex;
    }

    @Override
    public Direction direction() {
        return kind.direction();
    }

    @Override
    public Phase phase() {
        return kind.phase();
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public ByteBuf fields() {
        return fields.asReadOnly().duplicate();
    }

    @Override
    public void drop() {
        outcome = "dropped";
    }

    @Override
    public void replace(ByteBuf packet) {
        outcome = "replaced by " + hex(packet);
    }

    @Override
    public void sendBefore(ByteBuf packet) {
        before.add(hex(packet));
    }

    @Override
    public void sendAfter(ByteBuf packet) {
        after.add(hex(packet));
    }

    @Override
    public Held hold(Duration limit, Decision otherwise) {
        outcome = "held";
        return new Held() {
            @Override
            public void resume(Decision decision) {
                decide(decision);
            }

            @Override
            public void resume(Decision decision, List<ByteBuf> ahead, List<ByteBuf> behind) {
                ahead.forEach(ShownPacket.this::sendBefore);
                behind.forEach(ShownPacket.this::sendAfter);
                decide(decision);
            }
        };
    }

    private void decide(Decision decision) {
        switch (decision) {
            case Decision.Pass() -> outcome = "passed";
            case Decision.Drop() -> drop();
            case Decision.Replace(ByteBuf packet) -> replace(packet);
            case Decision.End(String reason) -> outcome = "ended: " + reason;
        }
    }
}
