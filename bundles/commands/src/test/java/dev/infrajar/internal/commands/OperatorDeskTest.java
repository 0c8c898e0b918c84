// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperatorDeskTest {
    private static final UUID ALEX = new UUID(1, 2);

    private final Player steve = FakePlayer.named("Steve");
    private final Player alex = new FakePlayer(2, "Alex", Optional.of(ALEX), 765, "lobby");
    private final Operators operators = new Operators();
    private final StringWriter answer = new StringWriter();
    private final ConsoleWriter out = new ConsoleWriter(answer, ConsoleWriter.UNLIMITED);
    private List<Player> online = List.of(steve, alex);

    private final OperatorDesk desk =
            new OperatorDesk(operators, () -> new PermissionsConfig(List.of("Notch"), List.of()), () -> online);

    private List<String> answers() {
        return answer.toString().lines().toList();
    }

    @Test
    void namesPlayersWhoAreOnline() {
        desk.op(List.of("steve"), out);
        desk.op(List.of("Alex"), out);

        assertThat(operators.contains(steve)).isTrue();
        assertThat(answers())
                .containsExactly(
                        "Steve is an operator until the session ends: the proxy has not authenticated the player.",
                        "Alex is an operator until the proxy ends (" + ALEX + ").");
    }

    @Test
    void doesNotNameWhoIsNotOnline() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.op(List.of("Herobrine"), out))
                .withMessageStartingWith("Herobrine is not online");
    }

    @Test
    void namesUuids() {
        desk.op(List.of(ALEX.toString()), out);

        assertThat(operators.contains(alex)).isTrue();
    }

    @Test
    void takesItBack() {
        desk.op(List.of("Alex"), out);
        desk.deop(List.of("alex"), out);
        desk.deop(List.of("alex"), out);

        assertThat(operators.contains(alex)).isFalse();
        assertThat(answers()).endsWith("alex is no operator any more.", "alex was no operator of the console's.");
    }

    @Test
    void listsThoseOfTheFileAndThoseOfTheConsole() {
        desk.op(List.of("Steve"), out);
        desk.op(List.of("Alex"), out);
        online = List.of(steve);
        desk.ops(out);

        assertThat(answers()).endsWith("Notch (infrarust.toml)", ALEX.toString(), "Steve (until the session ends)");
    }
}
