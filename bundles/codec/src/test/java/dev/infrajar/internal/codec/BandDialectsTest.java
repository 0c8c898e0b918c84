// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.DialectMatch;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KindMatch;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketFormat;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.shared.PluginMessage;
import dev.infrajar.net.wire.Bytes;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandDialectsTest {
    @ParameterizedTest
    @CsvSource({
        "4,4", "5,5", "46,5", "47,47", "108,108", "111,110", "209,110", "485,485", "487,485", "776,776", "777,777"
    })
    void speaksAsTheGreatestKnownNumberNotAbove(int asked, int expected) {
        assertThat(TestCodec.DIALECTS.of(asked)).isInstanceOf(DialectMatch.Known.class);
        assertThat(TestCodec.dialect(asked).protocol().number()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {778, 1000, (1 << 30) - 1})
    void tellsThatANumberIsNewerThanItKnows(int asked) {
        assertThat(TestCodec.DIALECTS.of(asked)).isInstanceOf(DialectMatch.Newer.class);
        assertThat(TestCodec.dialect(asked).protocol().number()).isEqualTo(777);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 0, -1, Integer.MIN_VALUE, 1 << 30, (1 << 30) + 200, Integer.MAX_VALUE})
    void refusesSnapshotsAndWhatIsOlder(int asked) {
        DialectMatch match = TestCodec.DIALECTS.of(asked);

        assertThat(match).isInstanceOf(DialectMatch.Refused.class);
        assertThat(match.dialect()).isEmpty();
    }

    @Test
    void knowsTheReleasesOfEachNumber() {
        List<KnownProtocol> protocols = TestCodec.DIALECTS.protocols();

        assertThat(protocols).hasSize(52).isSortedAccordingTo((a, b) -> Integer.compare(a.number(), b.number()));
        assertThat(protocols.getFirst().versionRange()).isEqualTo("1.7.2-1.7.5");
        assertThat(protocols.getLast()).isEqualTo(new KnownProtocol(777, List.of("26.3")));
        assertThat(protocols.getLast().versionRange()).isEqualTo("26.3");
    }

    @Test
    void sharesTheFormatsOfAVersionUntilTheLimitsChange() {
        PacketLimits[] limits = {TestCodec.limits(1_000)};
        Dialect dialect = BandDialects.load(() -> limits[0]).of(777).dialect().orElseThrow();

        PacketFormat<PluginMessage> first = pluginMessages(dialect);
        limits[0] = TestCodec.limits(1_000);
        assertThat(pluginMessages(dialect)).isSameAs(first);

        limits[0] = TestCodec.limits(10);
        ByteBuf message = Unpooled.buffer();
        first.writeFields(message, new PluginMessage("a:b", Bytes.of(new byte[11])));
        assertThatThrownBy(() -> pluginMessages(dialect).readFields(message)).isSameAs(WireException.ARRAY_TOO_LONG);
    }

    private static PacketFormat<PluginMessage> pluginMessages(Dialect dialect) {
        return dialect.format(PlayPackets.SERVERBOUND_PLUGIN_MESSAGE).orElseThrow();
    }

    @Test
    void findsKindsOfAnyVersion() {
        assertThat(TestCodec.DIALECTS.kind(Phase.PLAY, Direction.CLIENTBOUND, "map_chunk_bulk"))
                .isEqualTo(new KindMatch.Known(new PacketKind(Phase.PLAY, Direction.CLIENTBOUND, "map_chunk_bulk")));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAY,CLIENTBOUND,join_game,login",
        "PLAY,CLIENTBOUND,kick_disconect,kick_disconnect",
        "PLAY,CLIENTBOUND,disconnect,kick_disconnect",
        "PLAY,SERVERBOUND,custom_payloads,custom_payload",
        "PLAY,SERVERBOUND,acknowledgement,message_acknowledgement",
        "CONFIGURATION,SERVERBOUND,client_information,settings",
        "LOGIN,CLIENTBOUND,Success,success"
    })
    void suggestsTheNameThatWasMeant(Phase phase, Direction direction, String asked, String meant) {
        assertThat(TestCodec.DIALECTS.kind(phase, direction, asked))
                .isInstanceOfSatisfying(KindMatch.Unknown.class, unknown -> {
                    assertThat(unknown.similar()).first().isEqualTo(meant);
                    assertThat(unknown.message())
                            .startsWith("no version has a packet " + phase + " " + direction + " " + asked
                                    + ", did you mean " + meant);
                });
    }

    @Test
    void suggestsNothingForNamesLikeNothing() {
        assertThat(TestCodec.DIALECTS.kind(Phase.STATUS, Direction.SERVERBOUND, "zzzzzzzz"))
                .isInstanceOfSatisfying(KindMatch.Unknown.class, unknown -> {
                    assertThat(unknown.similar()).isEmpty();
                    assertThat(unknown.message()).isEqualTo("no version has a packet status serverbound zzzzzzzz");
                });
    }
}
