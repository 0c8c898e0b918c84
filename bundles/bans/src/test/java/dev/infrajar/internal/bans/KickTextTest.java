// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import static dev.infrajar.internal.bans.store.ManualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.bans.store.Ban;
import dev.infrajar.internal.bans.store.ManualClock;
import dev.infrajar.internal.bans.store.SampleBans;
import dev.infrajar.internal.bans.store.Target;
import java.time.Duration;
import java.util.Optional;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.format.NamedTextColor;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KickTextTest {
    private static final Target STEVE = Target.name("Steve");

    private static String text(Ban ban) {
        return LegacyComponentSerializer.legacySection().serialize(KickText.of(ban, START));
    }

    private static Ban because(String reason) {
        return new Ban(STEVE, Optional.of(reason), Optional.empty(), Optional.empty(), "console");
    }

    @Test
    void showsReasonAndTimeLeft() {
        assertThat(text(SampleBans.during(STEVE, Duration.ofDays(7)))).isEqualTo("griefing\n\nTime left: 7 days");
    }

    @Test
    void saysThatAPermanentBanIsOne() {
        assertThat(text(because("cheating"))).isEqualTo("cheating\n\nThis ban is permanent.");
    }

    @Test
    void hasAReasonWhereNoneWasGiven() {
        assertThat(text(SampleBans.permanent(STEVE)))
                .isEqualTo("Banned by administrator\n\nThis ban is permanent.")
                .isEqualTo(text(because(" ")));
    }

    @Test
    void takesSectionSignCodesForStyleOfTheReasonAlone() {
        Component text = KickText.of(because("§cred"), ManualClock.START);

        assertThat(text.children().getFirst().color()).isEqualTo(NamedTextColor.RED);
        assertThat(text.children().getLast().color()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.001S, 1 minute",
        "PT1S, 1 minute",
        "PT59S, 1 minute",
        "PT60S, 1 minute",
        "PT60.999S, 1 minute",
        "PT61S, 2 minutes",
        "PT59M, 59 minutes",
        "PT59M1S, 1 hour",
        "PT60M, 1 hour",
        "PT60M1S, 1 hour 1 minute",
        "PT2H30M, 2 hours 30 minutes",
        "PT23H59M, 23 hours 59 minutes",
        "PT23H59M1S, 24 hours",
        "PT24H, 24 hours",
        "PT24H0.999S, 24 hours",
        "PT24H1S, 2 days",
        "PT48H, 2 days",
        "PT48H1S, 3 days",
        "P7D, 7 days",
        "P7DT0.999S, 7 days",
        "P36500D, 36500 days",
    })
    void roundsTheTimeLeftUp(Duration left, String expected) {
        assertThat(Remaining.inWords(left)).isEqualTo(expected);
    }
}
