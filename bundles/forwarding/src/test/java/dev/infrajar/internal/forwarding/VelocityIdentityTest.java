// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.identity.ForwardedPlayer;
import dev.infrajar.net.identity.GameProfile;
import dev.infrajar.net.wire.Bytes;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VelocityIdentityTest {
    private static final String CHANNEL = "velocity:player_info";
    private static final String SECRET = "s3cr\u00e9t";

    // Protocol numbers of 1.18.2, 1.19, 1.19.2, 1.19.3, 1.21.11.
    private static final int V1_18_2 = 758;
    private static final int V1_19 = 759;
    private static final int V1_19_2 = 760;
    private static final int V1_19_3 = 761;

    private static byte[] answer(ForwardedPlayer player, int... question) {
        byte[] bytes = new byte[question.length];
        for (int i = 0; i < question.length; i++) {
            bytes[i] = (byte) question[i];
        }
        return new VelocityIdentity(player, new Secret(SECRET))
                .answer(CHANNEL, Bytes.of(bytes))
                .orElseThrow()
                .toArray();
    }

    /** Reads an answer as a backend does, with nothing of the proxy. */
    private static final class Backend {
        private final DataInputStream in;

        Backend(byte[] answer) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] payload = Arrays.copyOfRange(answer, 32, answer.length);
            assertThat(Arrays.copyOf(answer, 32)).isEqualTo(mac.doFinal(payload));
            in = new DataInputStream(new ByteArrayInputStream(payload));
        }

        int varInt() throws IOException {
            int value = 0;
            for (int shift = 0; shift < 35; shift += 7) {
                int next = in.readUnsignedByte();
                value |= (next & 0x7F) << shift;
                if (next < 0x80) {
                    return value;
                }
            }
            throw new IOException("VarInt is too long");
        }

        byte[] bytes() throws IOException {
            byte[] bytes = new byte[varInt()];
            in.readFully(bytes);
            return bytes;
        }

        String text() throws IOException {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        UUID uuid() throws IOException {
            return new UUID(in.readLong(), in.readLong());
        }

        List<String> properties() throws IOException {
            List<String> found = new ArrayList<>();
            for (int left = varInt(); left > 0; left--) {
                found.add(text() + "=" + text() + "=" + (in.readBoolean() ? text() : "unsigned"));
            }
            return found;
        }

        void readsPlainPart(int version) throws IOException {
            assertThat(varInt()).isEqualTo(version);
            assertThat(text()).isEqualTo("203.0.113.7");
            assertThat(uuid()).isEqualTo(Samples.UUID_OF_NOTCH);
            assertThat(text()).isEqualTo("Notch");
            assertThat(properties()).containsExactly("textures=e30=\"\\<>&=c2ln", "other==unsigned");
        }

        void readsKey() throws IOException {
            assertThat(in.readLong()).isEqualTo(1_700_000_000_123L);
            assertThat(bytes()).isEqualTo(Samples.bytes(294, 1));
            assertThat(bytes()).isEqualTo(Samples.bytes(512, 2));
        }

        void isAtTheEnd() throws IOException {
            assertThat(in.read()).isNegative();
        }
    }

    @ParameterizedTest
    @CsvSource({"758, 1", "758, 4", "759, 4", "760, 4", "761, 1", "761, 3", "774, 2", "774, 0"})
    void tellsTheFirstFormWhereNoOtherFits(int protocol, int newest) throws Exception {
        Backend backend = new Backend(answer(Samples.player(protocol), newest));
        backend.readsPlainPart(1);
        backend.isAtTheEnd();
    }

    @ParameterizedTest
    @CsvSource({"761, 4", "774, 4", "777, 5", "777, 127"})
    void tellsTheFourthFormSinceKeysComeLater(int protocol, int newest) throws Exception {
        Backend backend = new Backend(answer(Samples.player(protocol), newest));
        backend.readsPlainPart(4);
        backend.isAtTheEnd();
    }

    @Test
    void tellsTheFirstFormToABackendThatDoesNotSayWhatItReads() throws Exception {
        Backend backend = new Backend(answer(Samples.player(V1_19_3)));
        backend.readsPlainPart(1);
        backend.isAtTheEnd();
    }

    @Test
    void tellsTheFirstFormToABackendThatSaysNonsense() throws Exception {
        new Backend(answer(Samples.player(V1_19_3), 0xFF, 0xFF)).readsPlainPart(1);
        new Backend(answer(Samples.player(V1_19_3), 0xFF, 0xFF, 0xFF, 0xFF, 0x0F)).readsPlainPart(1);
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4"})
    void tellsTheKeyOf1_19(int newest) throws Exception {
        Backend backend = new Backend(answer(Samples.playerWithKey(V1_19), newest));
        backend.readsPlainPart(2);
        backend.readsKey();
        backend.isAtTheEnd();
    }

    @ParameterizedTest
    @CsvSource({"3", "4"})
    void tellsTheKeyOf1_19_1WithItsHolder(int newest) throws Exception {
        Backend backend = new Backend(answer(Samples.playerWithKey(V1_19_2), newest));
        backend.readsPlainPart(3);
        backend.readsKey();
        assertThat(backend.in.readBoolean()).isTrue();
        assertThat(backend.uuid()).isEqualTo(Samples.UUID_OF_NOTCH);
        backend.isAtTheEnd();
    }

    @Test
    void leavesOutAKeyThatTheBackendCannotRead() throws Exception {
        for (byte[] answer : List.of(
                answer(Samples.playerWithKey(V1_19), 1),
                answer(Samples.playerWithKey(V1_19_2), 2),
                answer(Samples.playerWithKey(V1_19_3), 3))) {
            Backend backend = new Backend(answer);
            backend.readsPlainPart(1);
            backend.isAtTheEnd();
        }
    }

    @Test
    void tellsIpv6AddressesWithoutTheirZone() throws Exception {
        ForwardedPlayer player =
                new ForwardedPlayer(GameProfile.offline("a"), Samples.address("fe80::1%0"), V1_18_2, Optional.empty());
        Backend backend = new Backend(answer(player, 1));
        assertThat(backend.varInt()).isEqualTo(1);
        assertThat(backend.text()).isEqualTo("fe80:0:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @CsvSource({"fml:loginwrapper", "velocity:player_info2", "VELOCITY:PLAYER_INFO", "''"})
    void doesNotUnderstandOtherChannels(String channel) {
        assertThat(new VelocityIdentity(Samples.player(V1_19), new Secret(SECRET)).answer(channel, Bytes.of((byte) 4)))
                .isEmpty();
    }

    @Test
    void keepsTheHandshake() {
        assertThat(new VelocityIdentity(Samples.player(V1_19), new Secret(SECRET)).host("a.example", "\0FML2\0"))
                .isEqualTo("a.example\0FML2\0");
    }
}
