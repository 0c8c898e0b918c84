// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipePoolTest {
    private final CountedPipes pipes = CountedPipes.imaginary();
    private final PipePool pool = new PipePool(pipes);

    @Test
    void lendsReturnedPipeAgain() throws IOException {
        pool.enter();
        Pipe first = pool.take();
        pool.giveBack(first);

        assertThat(pool.take()).isEqualTo(first);
        assertThat(pipes.opened()).isOne();
    }

    @Test
    void keepsNoMoreIdlePipesThanItsBound() throws IOException {
        pool.enter();
        List<Pipe> lent = new ArrayList<>();
        for (int i = 0; i < PipePool.MAX_IDLE + 5; i++) {
            lent.add(pool.take());
        }
        lent.forEach(pool::giveBack);

        assertThat(pipes.stillOpen()).isEqualTo(PipePool.MAX_IDLE);
    }

    @Test
    void closesIdlePipesWithItsLastSession() throws IOException {
        pool.enter();
        pool.enter();
        pool.giveBack(pool.take());

        pool.leave();
        assertThat(pipes.stillOpen()).isOne();
        pool.leave();
        assertThat(pipes.stillOpen()).isZero();
    }

    @Test
    void neverLendsDiscardedPipe() throws IOException {
        pool.enter();
        Pipe dirty = pool.take();
        pool.discard(dirty);

        assertThat(pipes.stillOpen()).isZero();
        assertThat(pool.take()).isNotEqualTo(dirty);
    }
}
