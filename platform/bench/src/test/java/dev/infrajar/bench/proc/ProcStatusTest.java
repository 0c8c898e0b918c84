// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcStatusTest {
    @Test
    void readsResidentSetAndItsPeakInBytes() {
        String text = "Name:\thaproxy\nVmHWM:\t   20480 kB\nVmRSS:\t   15360 kB\nRssAnon:\t    7000 kB\n";

        assertThat(ProcStatus.parse(text)).isEqualTo(new ProcStatus(15_360 * 1024L, 20_480 * 1024L));
    }

    @Test
    void refusesAnEndedProcess() {
        assertThatThrownBy(() -> ProcStatus.parse("Name:\thaproxy\nState:\tZ (zombie)\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void peakBeginsAnewWhenForgotten() throws IOException {
        ProcessGauge self = ProcessGauge.self();

        self.forgetPeak();

        assertThat(self.peakResidentBytes()).isPositive();
    }

    @Test
    void readsWhatTheKernelWrites() throws IOException {
        assertThat(ProcessGauge.self().residentBytes()).isPositive();
    }
}
