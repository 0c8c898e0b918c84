// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.router;

import static dev.infrajar.internal.router.Samples.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.SessionInfo;
import dev.infrajar.net.core.Sessions;
import java.io.StringWriter;
import java.util.List;
import net.kyori.adventure.text.Component;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServersCommandTest {
    private static final Router TWO =
            RoutingTable.of(List.of(server("survival", "s.example", "*.s.example"), server("pvp", "p.example")));

    /** As many sessions on a server as its id has letters. */
    private static final class LetterSessions implements Sessions {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public int countOn(String serverId) {
            return serverId.length();
        }

        @Override
        public List<SessionInfo> infos() {
            return List.of();
        }

        @Override
        public int holding(ClassLoader loader) {
            return 0;
        }

        @Override
        public boolean disconnect(long sessionId, Component text, String reason) {
            return false;
        }

        @Override
        public List<Player> players() {
            return List.of();
        }
    }

    private static List<String> run(Router router, @Nullable Sessions sessions) {
        StringWriter out = new StringWriter();
        new ServersCommand(router, sessions).run(List.of(), new ConsoleWriter(out, ConsoleWriter.UNLIMITED));
        return out.toString().lines().toList();
    }

    @Test
    void printsATable() {
        assertThat(run(TWO, new LetterSessions()))
                .containsExactly(
                        "ID        MODE         SESSIONS  DOMAINS                 ADDRESSES",
                        "pvp       passthrough  3         p.example               10.0.0.1:25565",
                        "survival  passthrough  8         s.example, *.s.example  10.0.0.1:25565");
    }

    @Test
    void printsNoCountsWithoutSessions() {
        assertThat(run(TWO, null)).element(1).asString().startsWith("pvp       passthrough  -         p.example");
    }

    @Test
    void saysThatThereIsNoServer() {
        assertThat(run(RoutingTable.EMPTY, null)).containsExactly("There is no server.");
    }

    @Test
    void takesNoArguments() {
        ServersCommand command = new ServersCommand(TWO, null);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        command.run(List.of("x"), new ConsoleWriter(new StringWriter(), ConsoleWriter.UNLIMITED)));
        assertThat(command.usage()).isEmpty();
    }
}
