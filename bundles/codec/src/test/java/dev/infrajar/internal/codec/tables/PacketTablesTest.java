// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketTable;
import dev.infrajar.net.packet.Phase;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PacketTablesTest {
    private static final PacketTables TABLES = PacketTables.load();
    private static final List<KnownProtocol> PROTOCOLS = Releases.load();

    private static OptionalInt id(int protocol, Phase phase, Direction direction, String name) {
        return TABLES.at(protocol, phase, direction).idOf(new PacketKind(phase, direction, name));
    }

    @Test
    void everyTableIsDenseAndNamesNothingTwice() {
        for (KnownProtocol protocol : PROTOCOLS) {
            for (Phase phase : Phase.values()) {
                for (Direction direction : Direction.values()) {
                    PacketTable table = TABLES.at(protocol.number(), phase, direction);
                    assertThat(new HashSet<>(table.names())).hasSize(table.size());
                    assertThat(table.names()).allMatch(name -> name.matches("[a-z][a-z_0-9]*"));
                    for (int id = 0; id < table.size(); id++) {
                        PacketKind kind = new PacketKind(
                                phase, direction, table.nameOf(id).orElseThrow());
                        assertThat(table.idOf(kind)).hasValue(id);
                    }
                }
            }
        }
    }

    @Test
    void everyVersionHasTheEssentialPackets() {
        for (KnownProtocol protocol : PROTOCOLS) {
            int number = protocol.number();
            assertThat(id(number, Phase.HANDSHAKE, Direction.SERVERBOUND, "set_protocol"))
                    .hasValue(0);
            assertThat(id(number, Phase.STATUS, Direction.CLIENTBOUND, "server_info"))
                    .hasValue(0);
            assertThat(id(number, Phase.LOGIN, Direction.SERVERBOUND, "login_start"))
                    .hasValue(0);
            assertThat(id(number, Phase.LOGIN, Direction.CLIENTBOUND, "success"))
                    .hasValue(2);
            assertThat(TABLES.at(number, Phase.CONFIGURATION, Direction.CLIENTBOUND)
                                    .size()
                            > 0)
                    .as("%s has a configuration phase", protocol)
                    .isEqualTo(number >= 764);
            assertThat(TABLES.at(number, Phase.PLAY, Direction.CLIENTBOUND).size())
                    .isBetween(65, 141);
            assertThat(id(number, Phase.PLAY, Direction.CLIENTBOUND, "login")).isPresent();
            assertThat(id(number, Phase.PLAY, Direction.CLIENTBOUND, "respawn")).isPresent();
            assertThat(id(number, Phase.PLAY, Direction.CLIENTBOUND, "kick_disconnect"))
                    .isPresent();
            assertThat(id(number, Phase.PLAY, Direction.CLIENTBOUND, "start_configuration")
                            .isPresent())
                    .isEqualTo(number >= 764);
            assertThat(id(number, Phase.PLAY, Direction.SERVERBOUND, "configuration_acknowledged")
                            .isPresent())
                    .isEqualTo(number >= 764);
        }
    }

    // Ids as they are published for each version, not read from our file.
    @ParameterizedTest
    @CsvSource({
        "5,login,1",
        "5,respawn,7",
        "5,kick_disconnect,64",
        "47,login,1",
        "47,respawn,7",
        "47,kick_disconnect,64",
        "107,login,35",
        "107,respawn,51",
        "107,kick_disconnect,26",
        "340,login,35",
        "340,respawn,53",
        "340,kick_disconnect,26",
        "404,login,37",
        "404,respawn,56",
        "404,kick_disconnect,27",
        "498,login,37",
        "498,respawn,58",
        "498,kick_disconnect,26",
        "578,login,38",
        "578,respawn,59",
        "578,kick_disconnect,27",
        "754,login,36",
        "754,respawn,57",
        "754,kick_disconnect,25",
        "758,login,38",
        "758,respawn,61",
        "758,kick_disconnect,26",
        "760,login,37",
        "760,respawn,62",
        "760,kick_disconnect,25",
        "763,login,40",
        "763,respawn,65",
        "763,kick_disconnect,26",
        "765,login,41",
        "765,respawn,69",
        "765,kick_disconnect,27",
        "765,start_configuration,103",
        "767,login,43",
        "767,respawn,71",
        "767,kick_disconnect,29",
        "767,start_configuration,105",
        "769,login,44",
        "769,respawn,76",
        "769,kick_disconnect,29",
        "769,start_configuration,112"
    })
    void knowsPublishedIdsOfPlay(int protocol, String name, int id) {
        assertThat(id(protocol, Phase.PLAY, Direction.CLIENTBOUND, name)).hasValue(id);
    }

    @Test
    void borrowsTheTablesOfVersionsWithoutDataOfTheirOwn() {
        for (Phase phase : Phase.values()) {
            for (Direction direction : Direction.values()) {
                assertSame(4, 5, phase, direction);
                assertSame(108, 107, phase, direction);
                assertSame(485, 480, phase, direction);
                assertSame(776, 775, phase, direction);
                assertSame(777, 776, phase, direction);
            }
        }
    }

    private static void assertSame(int one, int other, Phase phase, Direction direction) {
        assertThat(TABLES.at(one, phase, direction).names())
                .isEqualTo(TABLES.at(other, phase, direction).names());
    }

    @Test
    void isEmptyBelowTheFirstVersion() {
        assertThat(TABLES.at(3, Phase.PLAY, Direction.CLIENTBOUND).size()).isZero();
        assertThat(TABLES.at(763, Phase.CONFIGURATION, Direction.SERVERBOUND).size())
                .isZero();
        assertThat(TABLES.at(774, Phase.HANDSHAKE, Direction.CLIENTBOUND).size())
                .isZero();
    }
}
