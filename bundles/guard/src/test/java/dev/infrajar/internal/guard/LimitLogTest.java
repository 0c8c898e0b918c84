// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitLogTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock();
    private final List<String> lines = new ArrayList<>();
    private final LimitLog log = new LimitLog(clock, lines::add);

    private void tell(int client) {
        log.tell(new ClientKey(client, false), () -> "was refused");
    }

    @Test
    void writesOneLineForAClientInAMinute() {
        for (int i = 0; i < 100; i++) {
            tell(1);
        }
        tell(2);

        assertThat(lines)
                .containsExactly(
                        "0.0.0.1 was refused",
                        "0.0.0.2 was refused; 99 refusals before were not logged, 'limits' counts them");
        clock.pass(MINUTE);
        tell(1);
        assertThat(lines).hasSize(3);
    }

    @Test
    void writesAFewLinesInAMinuteHoweverManyClientsThereAre() {
        for (int client = 0; client < 10_000; client++) {
            tell(client);
        }
        assertThat(lines).hasSize(LimitLog.MAX_LINES);

        clock.pass(MINUTE);
        tell(1);

        assertThat(lines).hasSize(LimitLog.MAX_LINES + 1);
        assertThat(lines.getLast()).contains("9990 refusals before");
    }
}
