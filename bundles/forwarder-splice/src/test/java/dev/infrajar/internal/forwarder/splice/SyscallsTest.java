// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class SyscallsTest {
    private final CallState state = new CallState();
    private final PipeSource pipes = new KernelPipes(state);
    private Pipe from = new Pipe(-1, -1);
    private Pipe to = new Pipe(-1, -1);

    @BeforeEach
    void openPipes() throws IOException {
        from = pipes.open();
        to = pipes.open();
    }

    @AfterEach
    void closePipes() {
        pipes.close(from);
        pipes.close(to);
    }

    @Test
    void spliceMovesWhatThereIs() throws IOException {
        try (OutputStream out = new FileOutputStream("/proc/self/fd/" + from.writeEnd())) {
            out.write(new byte[5_000]);
        }
        assertThat(Syscalls.splice(state, from.readEnd(), to.writeEnd(), KernelPipes.PIPE_BYTES))
                .isEqualTo(5_000);
    }

    @Test
    void spliceOfEmptyPipeDoesNotBlock() {
        assertThat(Syscalls.splice(state, from.readEnd(), to.writeEnd(), 1)).isEqualTo(-Errno.EAGAIN);
    }

    @Test
    void errorsAreNegativeErrorNumbers() {
        assertThat(Syscalls.splice(state, -1, to.writeEnd(), 1)).isEqualTo(-Errno.EBADF);
        assertThat(Syscalls.close(state, -1)).isEqualTo(-Errno.EBADF);
    }

    @Test
    void pipeSizeIsWhatTheKernelGave() {
        assertThat(Syscalls.setPipeSize(state, from.writeEnd(), 1)).isEqualTo(4096);
        assertThat(Syscalls.setPipeSize(state, from.writeEnd(), KernelPipes.PIPE_BYTES))
                .isEqualTo(KernelPipes.PIPE_BYTES);
    }
}
