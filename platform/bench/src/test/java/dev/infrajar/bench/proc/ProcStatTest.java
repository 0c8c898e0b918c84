// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcStatTest {
    private static final String REST =
            " S 1 812 812 0 -1 4194560 1894 0 0 0 250 130 7 9 20 0 18 0 5021 3145728 512 18446744073709551615";

    @Test
    void readsUserAndSystemTicks() {
        assertThat(ProcStat.parse("812 (haproxy)" + REST)).isEqualTo(new ProcStat(250, 130));
    }

    @Test
    void leavesTimeOfEndedChildrenOut() {
        assertThat(ProcStat.parse("812 (haproxy)" + REST).cpuSeconds()).isEqualTo(3.8);
    }

    @Test
    void readsCommandsWithSpacesAndParentheses() {
        assertThat(ProcStat.parse("812 (a) S 9 (b c)" + REST)).isEqualTo(new ProcStat(250, 130));
    }

    @Test
    void refusesOtherText() {
        assertThatThrownBy(() -> ProcStat.parse("cpu 1 2 3")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcStat.parse("812 (haproxy) S 1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatTheKernelWrites() throws IOException {
        assertThat(ProcStat.parse(Files.readString(Path.of("/proc/self/stat"))).cpuSeconds())
                .isGreaterThanOrEqualTo(0);
    }
}
