// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void namesTheFirstProcessor() {
        assertThat(Machine.cpuModel(
                        "processor\t: 0\nmodel name\t: Fast One @ 3 GHz\nprocessor\t: 1\nmodel name\t: Other\n"))
                .isEqualTo("Fast One @ 3 GHz");
    }

    @Test
    void namesTheArchitectureWhereProcessorsHaveNoName() {
        assertThat(Machine.cpuModel("processor\t: 0\nBogoMIPS\t: 50.00\n")).isEqualTo(System.getProperty("os.arch"));
    }

    @Test
    void readsMemoryInBytes() {
        assertThat(Machine.memoryBytes("MemTotal:       24682836 kB\nMemFree:         1 kB\n"))
                .isEqualTo(24_682_836L * 1024);
    }

    @Test
    void readsTheLoadOfTheLastMinute() {
        assertThat(Machine.loadAverage("0.13 0.23 0.16 3/104 8753\n")).isEqualTo(0.13);
    }
}
