// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static dev.infrajar.tck.FrameBytes.concat;
import static dev.infrajar.tck.FrameBytes.frame;
import static dev.infrajar.tck.FrameBytes.packet;
import static dev.infrajar.tck.FrameBytes.varInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.forward.Blame;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.configuration.ConfigurationPackets;
import dev.infrajar.net.packet.login.LoginPackets;
import dev.infrajar.net.packet.play.PlayPackets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a packet forwarder must do with a login that it relays: phases and compression change behind the right packets, in each
 * direction on its own.
 */
public abstract class PacketLoginContract extends PacketForwarderTest {
    private static final int[] WITHOUT_CONFIGURATION = {4, 5, 47, 340, 763};
    private static final int[] WITH_CONFIGURATION = {764, 765, 770, 775, 777};

    /**
     * Says what is tested.
     *
     * @param factory makes the forwarders
     * @param dialects the versions, with their real ids
     */
    protected PacketLoginContract(PacketForwarderFactory factory, Dialects dialects) {
        super(factory, dialects);
    }

    private PacketFixture login(int protocol) {
        return session(protocol).phase(Phase.LOGIN).start();
    }

    /** A packet of the version's number, with fields that do not matter. */
    private static byte[] of(PacketFixture session, PacketType<?> type, int fieldBytes) {
        return packet(session.dialect().format(type).orElseThrow().id(), fieldBytes, random());
    }

    private static byte[] setCompression(PacketFixture session, int threshold) {
        return concat(of(session, LoginPackets.SET_COMPRESSION, 0), varInt(threshold));
    }

    private static void assertPhases(PacketFixture session, Phase serverbound, Phase clientbound) {
        assertThat(session.forwarder().phase(Direction.SERVERBOUND)).isEqualTo(serverbound);
        assertThat(session.forwarder().phase(Direction.CLIENTBOUND)).isEqualTo(clientbound);
    }

    /** Relays one packet, which must arrive. */
    private static void fromBackend(PacketFixture session, byte[] packet, int threshold) {
        session.backend.receive(frame(packet, threshold));
        assertSame(session.clientPackets(threshold), List.of(packet));
    }

    private static void fromClient(PacketFixture session, byte[] packet, int threshold) {
        session.client.receive(frame(packet, threshold));
        assertSame(session.backendPackets(threshold), List.of(packet));
    }

    @Test
    void playBeginsBothWaysBehindSuccessBeforeThereWasConfiguration() {
        for (int protocol : WITHOUT_CONFIGURATION) {
            PacketFixture session = login(protocol);
            assertPhases(session, Phase.LOGIN, Phase.LOGIN);

            fromBackend(session, of(session, LoginPackets.SUCCESS, 60), -1);

            assertPhases(session, Phase.PLAY, Phase.PLAY);
            assertThat(session.taps.events()).containsExactly("clientbound enters play", "serverbound enters play");
        }
    }

    @Test
    void phasesChangeInEachDirectionAtItsOwnPacketWhereThereIsConfiguration() {
        for (int protocol : WITH_CONFIGURATION) {
            PacketFixture session = login(protocol);
            for (int round = 0; round < 2; round++) {
                if (round == 0) {
                    fromBackend(session, of(session, LoginPackets.SUCCESS, 60), -1);
                    assertPhases(session, Phase.LOGIN, Phase.CONFIGURATION);
                    fromClient(session, of(session, LoginPackets.ACKNOWLEDGED, 0), -1);
                } else {
                    fromBackend(session, of(session, PlayPackets.START_CONFIGURATION, 0), -1);
                    assertPhases(session, Phase.PLAY, Phase.CONFIGURATION);
                    fromClient(session, of(session, PlayPackets.CONFIGURATION_ACKNOWLEDGED, 0), -1);
                }
                assertPhases(session, Phase.CONFIGURATION, Phase.CONFIGURATION);
                fromBackend(session, of(session, ConfigurationPackets.FINISH, 0), -1);
                assertPhases(session, Phase.CONFIGURATION, Phase.PLAY);
                fromClient(session, of(session, ConfigurationPackets.FINISH_ACKNOWLEDGED, 0), -1);
                assertPhases(session, Phase.PLAY, Phase.PLAY);
            }
        }
    }

    @Test
    void setCompressionGoesInTheOldFormatAndAllBehindItInTheNew() {
        for (int protocol : new int[] {47, 340, 763, 764, 775}) {
            for (int threshold : new int[] {0, 1, 64, 256}) {
                PacketFixture session = login(protocol);
                byte[] success = of(session, LoginPackets.SUCCESS, 400);

                session.backend.receive(
                        concat(frame(setCompression(session, threshold), -1), frame(success, threshold)));

                assertThat(session.client.takeSent())
                        .isEqualTo(concat(frame(setCompression(session, threshold), -1), frame(success, threshold)));
                assertThat(session.forwarder().phase(Direction.CLIENTBOUND)).isNotEqualTo(Phase.LOGIN);
                assertThat(session.taps.events())
                        .contains(
                                "serverbound compresses from " + threshold, "clientbound compresses from " + threshold);
                fromClient(session, packet(100, 900, random()), threshold);
                fromClient(session, packet(100, 0, random()), threshold);
                fromBackend(session, packet(100, 900, random()), threshold);
            }
        }
    }

    @Test
    void negativeThresholdIsNone() {
        PacketFixture session = login(775);
        byte[] success = of(session, LoginPackets.SUCCESS, 400);

        session.backend.receive(concat(frame(setCompression(session, -1), -1), frame(success, -1)));

        assertSame(session.clientPackets(-1), List.of(setCompression(session, -1), success));
        fromClient(session, packet(100, 900, random()), -1);
    }

    @Test
    void wholeLoginInSingleBytes() {
        PacketFixture session = login(775);
        byte[] stream = concat(
                frame(setCompression(session, 64), -1),
                frame(of(session, LoginPackets.SUCCESS, 400), 64),
                frame(of(session, ConfigurationPackets.FINISH, 0), 64),
                frame(packet(ANY_ID, 500, random()), 64));

        pieces(stream, 1).forEach(session.backend::receive);

        assertThat(session.client.takeSent()).isEqualTo(stream);
        assertPhases(session, Phase.LOGIN, Phase.PLAY);
    }

    @Test
    void thresholdTheClientIsNotToldIsBridged() {
        PacketFixture session = session(775).phase(Phase.LOGIN);
        byte[] success = of(session, LoginPackets.SUCCESS, 400);
        int setCompression = session.dialect()
                .format(LoginPackets.SET_COMPRESSION)
                .orElseThrow()
                .id();
        session.taps.want(setCompression).then(shown -> shown.drop());
        session.start();

        session.backend.receive(concat(frame(setCompression(session, 64), -1), frame(success, 64)));
        session.client.receive(frame(packet(100, 300, random()), -1));

        assertSame(session.clientPackets(-1), List.of(success));
        assertSame(session.backendPackets(64), List.of(packet(100, 300, random())));
    }

    @Test
    void thresholdTheClientIsToldAnotherIsBridged() {
        PacketFixture session = session(775).phase(Phase.LOGIN);
        byte[] success = of(session, LoginPackets.SUCCESS, 400);
        int setCompression = session.dialect()
                .format(LoginPackets.SET_COMPRESSION)
                .orElseThrow()
                .id();
        session.taps.want(setCompression).then(shown -> {
            if (shown.phase() == Phase.LOGIN) {
                shown.replace(buffer(setCompression(session, 1_000)));
            }
        });
        session.start();

        session.backend.receive(concat(frame(setCompression(session, 64), -1), frame(success, 64)));

        byte[] told = frame(setCompression(session, 1_000), -1);
        byte[] sent = session.client.takeSent();
        assertThat(sent).startsWith(told);
        assertSame(FrameBytes.packets(Arrays.copyOfRange(sent, told.length, sent.length), 1_000), List.of(success));
    }

    @Test
    void backendThatWantsToEncryptIsInOnlineMode() {
        for (int protocol : new int[] {4, 47, 763, 775}) {
            PacketFixture session = login(protocol);

            session.backend.receive(frame(of(session, LoginPackets.ENCRYPTION_REQUEST, 300), -1));

            session.assertEndedBy(Blame.BACKEND, "the backend is in online mode");
            List<byte[]> sent = session.clientPackets(-1);
            assertThat(sent).hasSize(1);
            assertThat(sent.getFirst())
                    .startsWith(varInt(session.dialect()
                            .format(LoginPackets.DISCONNECT)
                            .orElseThrow()
                            .id()));
        }
    }

    @Test
    void idsOfOtherPhasesMeanNothing() {
        PacketFixture session = session(775).start();
        byte[] success = of(session, LoginPackets.SUCCESS, 5);
        byte[] encryption = of(session, LoginPackets.ENCRYPTION_REQUEST, 5);

        fromBackend(session, success, -1);
        fromBackend(session, encryption, -1);

        assertPhases(session, Phase.PLAY, Phase.PLAY);
        session.assertGoesOn();
    }

    @Test
    void phasesAreFollowedWhenEverythingIsCompressed() {
        PacketFixture session = session(775).thresholds(0, 0).start();

        fromBackend(session, of(session, PlayPackets.START_CONFIGURATION, 0), 0);
        fromClient(session, of(session, PlayPackets.CONFIGURATION_ACKNOWLEDGED, 0), 0);

        assertPhases(session, Phase.CONFIGURATION, Phase.CONFIGURATION);
    }

    @Test
    void tapsSeeThePacketBeforeTheyAreToldOfThePhase() {
        PacketFixture session = session(775);
        int start = session.dialect()
                .format(PlayPackets.START_CONFIGURATION)
                .orElseThrow()
                .id();
        session.taps.want(start);
        session.start();

        session.backend.receive(frame(packet(start, 0, random()), -1));

        assertThat(session.taps.events())
                .containsExactly("play clientbound " + start, "clientbound enters configuration");
    }
}
