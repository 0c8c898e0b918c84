// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PacketStreamTest {
    private final PacketStream stream = PacketStream.create();

    @Test
    void deflatesPacketsToWhatChunksHave() {
        assertThat(stream.roundBytes() / PacketStream.PACKETS)
                .isCloseTo(PacketStream.DEFLATED_BYTES, Percentage.withPercentage(3));
    }

    @Test
    void isTheSameInEveryRun() {
        assertThat(PacketStream.create().round()).isEqualTo(stream.round());
    }

    @Test
    void hasOneChangeablePacketInARound() {
        int changeable = Game.clientboundId(PacketStream.CHANGEABLE);

        assertThat(stream.packet(PacketStream.PACKETS - 1)[0]).isEqualTo((byte) changeable);
        assertThat(stream.packet(0)[0]).isNotEqualTo((byte) changeable);
    }

    @Test
    void isReadFromItsBeginningByEverybody() {
        stream.round().skipBytes(100);

        assertThat(stream.round().readableBytes()).isEqualTo(stream.roundBytes());
    }
}
