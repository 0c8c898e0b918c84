// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.whiteboard.BadDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationReaderTest {
    private final DeclarationReader reader = new DeclarationReader(new FakeDialects());
    private final Map<String, Object> properties =
            new HashMap<>(Map.of("tap.id", "chat-filter", "tap.kinds", "play serverbound p1"));

    private String refusal() {
        try {
            return "accepted: " + reader.read(properties);
        } catch (BadDeclaration e) {
            return e.reason();
        }
    }

    @Test
    void readsTheLeastDeclaration() throws BadDeclaration {
        assertThat(reader.read(properties))
                .isEqualTo(new TapDeclaration(
                        "chat-filter",
                        List.of(new PacketKind(Phase.PLAY, Direction.SERVERBOUND, "p1")),
                        Integer.MAX_VALUE,
                        List.of(),
                        List.of(),
                        128,
                        true));
    }

    @Test
    void readsEverything() throws BadDeclaration {
        properties.put("tap.kinds", new String[] {"login clientbound p1", "configuration clientbound p2"});
        properties.put("tap.maxBytes", 100);
        properties.put("tap.before", List.of("a", "b"));
        properties.put("tap.after", "c");
        properties.put("tap.priority", 3);
        properties.put("tap.failOpen", false);

        assertThat(reader.read(properties))
                .isEqualTo(new TapDeclaration(
                        "chat-filter",
                        List.of(
                                new PacketKind(Phase.LOGIN, Direction.CLIENTBOUND, "p1"),
                                new PacketKind(Phase.CONFIGURATION, Direction.CLIENTBOUND, "p2")),
                        100,
                        List.of("a", "b"),
                        List.of("c"),
                        3,
                        false));
    }

    @Test
    void saysWhichKindMayHaveBeenMeant() {
        properties.put("tap.kinds", "play serverbound pp1");

        assertThat(refusal()).isEqualTo("tap.kinds: no version has a packet play serverbound pp1, did you mean p1?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p1", "play p1", "play sideways p1", "status clientbound p1", "play clientbound p1 p2"})
    void refusesWhatIsNoKind(String kind) {
        properties.put("tap.kinds", kind);

        assertThat(refusal()).contains("must be a phase (login, configuration, play), a direction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Chat", "a b", "-a", "a_b"})
    void refusesWhatIsNoId(String id) {
        properties.put("tap.id", id);

        assertThat(refusal()).startsWith("tap.id = \"" + id + "\", must be lower-case words");
    }

    @Test
    void refusesWrongTypesAndRanges() {
        properties.put("tap.priority", 256);
        assertThat(refusal()).isEqualTo("tap.priority = 256, must be an integer from 0 to 255");
        properties.put("tap.priority", "low");
        assertThat(refusal()).startsWith("tap.priority = low");
        properties.remove("tap.priority");
        properties.put("tap.maxBytes", 0);
        assertThat(refusal()).startsWith("tap.maxBytes = 0");
        properties.remove("tap.maxBytes");
        properties.put("tap.failOpen", "yes");
        assertThat(refusal()).isEqualTo("tap.failOpen = yes, must be a boolean");
        properties.remove("tap.failOpen");
        properties.put("tap.before", List.of(1));
        assertThat(refusal()).isEqualTo("tap.before = [1], must be strings");
    }

    @Test
    void refusesADeclarationWithoutIdOrKinds() {
        assertThatExceptionOfType(BadDeclaration.class)
                .isThrownBy(() -> reader.read(Map.of()))
                .withMessage("it declares no tap.id");
        assertThatExceptionOfType(BadDeclaration.class)
                .isThrownBy(() -> reader.read(Map.of("tap.id", "a")))
                .withMessageContaining("no tap.kinds");
    }
}
