// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.session.Samples;
import dev.infrajar.internal.session.console.RejectedCommand;
import dev.infrajar.internal.session.conversation.TestTerms;
import dev.infrajar.internal.session.phase.Rejection;
import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.PlayerSession;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.internal.session.relay.InterceptedSession;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Phase;
import io.netty.channel.embedded.EmbeddedChannel;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;

class RejectionsTest {
    private final Rejections rejections = new Rejections();

    @Test
    void namesTheOwnReasonsFromTheStartAndThoseOfGatesWhenTheyComeUp() {
        rejections.count("rate limit");
        rejections.count("rate limit");
        rejections.count(Rejection.UNKNOWN_HOST);

        assertThat(rejections.times())
                .hasSize(Rejection.values().length + 1)
                .containsEntry(Rejection.UNKNOWN_HOST.text(), 1L)
                .containsEntry(Rejection.SLOW_LOGIN.text(), 0L)
                .containsEntry("rate limit", 2L);
        assertThat(Samples.run(new RejectedCommand(rejections))).contains("         2  rate limit");
    }

    @Test
    void countsSessionsThatTapsEndByWhatStandsBeforeTheColon() {
        SessionTable table = new SessionTable(new Intake());
        PlayerSession player = Samples.session(table, "Notch", Samples.connection(new EmbeddedChannel()));
        Dialect dialect = TestTerms.dialect(774);
        InterceptedSession session = new InterceptedSession(player, dialect, Phase.PLAY, rejections::count);

        session.disconnect(Component.text("bye"), "impossible command tree: its nodes run in circles");
        session.disconnect(Component.text("bye"), "impossible command tree: it is 300 levels deep");

        assertThat(rejections.times()).containsEntry("impossible command tree", 2L);
    }

    @Test
    void boundsWhatGatesInvent() {
        for (int i = 0; i < 10 * Rejections.MAX_REASONS; i++) {
            rejections.count("reason " + i);
        }

        assertThat(rejections.times()).hasSizeLessThan(2 * Rejections.MAX_REASONS);
        assertThat(rejections.times().get(Rejections.OTHER)).isGreaterThanOrEqualTo(9L * Rejections.MAX_REASONS);
    }
}
