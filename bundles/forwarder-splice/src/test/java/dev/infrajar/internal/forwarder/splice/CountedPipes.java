// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.splice;

import java.io.IOException;

/** Pipes of another source, counted. */
final class CountedPipes implements PipeSource {
    private final PipeSource source;
    private int opened;
    private int closed;

    CountedPipes(PipeSource source) {
        this.source = source;
    }

    /** Pipes that are numbers only. */
    static CountedPipes imaginary() {
        return new CountedPipes(new PipeSource() {
            private int next;

            @Override
            public Pipe open() {
                return new Pipe(next++, next++);
            }

            @Override
            public void close(Pipe pipe) {}
        });
    }

    @Override
    public Pipe open() throws IOException {
        Pipe pipe = source.open();
        opened++;
        return pipe;
    }

    @Override
    public void close(Pipe pipe) {
        source.close(pipe);
        closed++;
    }

    int opened() {
        return opened;
    }

    int stillOpen() {
        return opened - closed;
    }
}
