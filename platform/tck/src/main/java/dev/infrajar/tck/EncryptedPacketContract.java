// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import static dev.infrajar.tck.FrameBytes.concat;
import static dev.infrajar.tck.FrameBytes.frame;
import static dev.infrajar.tck.FrameBytes.packet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.encryption.StreamCipher;
import dev.infrajar.net.forward.Outcome;
import dev.infrajar.net.intercept.Ciphers;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.intercept.TappedPacket.Held;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a packet forwarder must do on an encrypted connection: each byte passes the cipher once, in the order of the stream. */
public abstract class EncryptedPacketContract extends PacketForwarderTest {
    /**
     * Says what is tested.
     *
     * @param factory makes the forwarders
     * @param dialects the versions, with their real ids
     */
    protected EncryptedPacketContract(PacketForwarderFactory factory, Dialects dialects) {
        super(factory, dialects);
    }

    /** Adds up all bytes that have passed: as sensitive to order, omission and repetition as a real one. */
    private static final class RunningSum implements StreamCipher {
        private final boolean encrypts;
        private int sum;
        private int closed;

        RunningSum(boolean encrypts) {
            this.encrypts = encrypts;
        }

        @Override
        public void apply(ByteBuf buffer) {
            byte[] bytes = new byte[buffer.readableBytes()];
            buffer.getBytes(buffer.readerIndex(), bytes);
            buffer.setBytes(buffer.readerIndex(), applied(bytes));
        }

        byte[] applied(byte[] bytes) {
            byte[] result = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                result[i] = (byte) (bytes[i] ^ sum);
                sum = 31 * sum + (encrypts ? result[i] : bytes[i]) + 7;
            }
            return result;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    /** A session whose client encrypts. */
    private final class Encrypted {
        final RunningSum encryptor = new RunningSum(true);
        final RunningSum decryptor = new RunningSum(false);
        final RunningSum ofClientOut = new RunningSum(true);
        final RunningSum ofClientIn = new RunningSum(false);
        final PacketFixture session = session().encrypted(new Ciphers(decryptor, encryptor));

        void clientSends(byte[] bytes) {
            session.client.receive(ofClientOut.applied(bytes));
        }

        byte[] clientGot() {
            session.advance(Duration.ZERO);
            return ofClientIn.applied(session.client.takeSent());
        }
    }

    @Test
    void anySplitArrivesBothWays() {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            for (int threshold : new int[] {-1, 256}) {
                Encrypted end = new Encrypted();
                end.session.thresholds(threshold, threshold).start();
                byte[] stream = stream(randomPackets(seed), threshold);

                pieces(stream, random).forEach(end.session.backend::receive);
                pieces(stream, random).forEach(end::clientSends);

                assertThat(end.clientGot()).as("seed %d", seed).isEqualTo(stream);
                assertThat(end.session.backend.takeSent()).as("seed %d", seed).isEqualTo(stream);
            }
        }
    }

    @Test
    void whatIsChangedAndSentIsEncryptedInItsPlace() {
        byte[] other = packet(99, 400, random());
        for (int threshold : new int[] {-1, 64, 256}) {
            Encrypted end = new Encrypted();
            end.session.taps.want(1, 2).then(shown -> {
                if (shown.id() == 1) {
                    shown.replace(buffer(other));
                } else {
                    end.session.forwarder().send(Direction.CLIENTBOUND, buffer(other));
                }
            });
            end.session.thresholds(threshold, 64).start();
            byte[] any = packet(ANY_ID, 70, random());
            byte[] two = packet(2, 30, random());

            end.session.backend.receive(stream(List.of(any, packet(1, 5, random()), any, two, any), 64));

            assertSame(FrameBytes.packets(end.clientGot(), threshold), List.of(any, other, any, other, two, any));
        }
    }

    @Test
    void whatTapsKeepStaysReadable() {
        for (int threshold : new int[] {-1, 256}) {
            Encrypted end = new Encrypted();
            List<ByteBuf> kept = new ArrayList<>();
            end.session.taps.want(300).then(shown -> kept.add(shown.fields().retain()));
            end.session.thresholds(threshold, threshold).start();
            List<byte[]> packets = randomPackets(5);
            byte[] stream = stream(packets, threshold);

            pieces(stream, 5_000).forEach(end.session.backend::receive);

            assertThat(end.clientGot()).isEqualTo(stream);
            List<byte[]> wanted =
                    packets.stream().filter(packet -> packet[0] == (byte) 0xAC).toList();
            assertThat(wanted).isNotEmpty();
            assertSame(
                    kept.stream()
                            .map(fields -> concat(FrameBytes.varInt(300), FrameBytes.rest(fields)))
                            .toList(),
                    wanted);
            kept.forEach(ByteBuf::release);
        }
    }

    @Test
    void whatIsHeldIsEncryptedWhenItsTurnComes() {
        Encrypted end = new Encrypted();
        List<Held> held = new ArrayList<>();
        List<ByteBuf> kept = new ArrayList<>();
        end.session.taps.want(1).then(shown -> {
            kept.add(shown.fields().retain());
            held.add(shown.hold(Duration.ofSeconds(5), new Decision.Drop()));
        });
        end.session.start();
        byte[] injected = packet(99, 9, random());
        byte[] stream =
                stream(List.of(packet(ANY_ID, 9, random()), packet(1, 9, random()), packet(ANY_ID, 9, random())), -1);

        end.session.backend.receive(stream);
        end.session.forwarder().send(Direction.CLIENTBOUND, buffer(injected));
        end.session.advance(Duration.ZERO);
        held.getFirst().resume(new Decision.Pass());

        assertSame(
                FrameBytes.packets(end.clientGot(), -1),
                List.of(packet(ANY_ID, 9, random()), injected, packet(1, 9, random()), packet(ANY_ID, 9, random())));
        assertThat(FrameBytes.rest(kept.getFirst())).isEqualTo(Arrays.copyOfRange(packet(1, 9, random()), 1, 10));
        kept.forEach(ByteBuf::release);
    }

    @Test
    void whatWasReceivedBeforeIsDecryptedAlready() {
        Encrypted end = new Encrypted();
        byte[] early = frame(packet(ANY_ID, 100, random()), -1);
        end.session.earlyOfClient(early).start();
        byte[] later = frame(packet(ANY_ID, 50, random()), -1);

        end.clientSends(later);

        assertThat(end.session.backend.takeSent()).isEqualTo(concat(early, later));
    }

    @Test
    void ciphersAreClosedWithTheSession() {
        Encrypted end = new Encrypted();
        end.session.start();
        assertThat(end.encryptor.closed).isZero();

        end.session.forwarder().abort(new Outcome.ClientClosed());

        assertThat(end.encryptor.closed).isPositive();
        assertThat(end.decryptor.closed).isPositive();
    }
}
