// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputLoopTest {
    private final List<String> lines = new ArrayList<>();

    @Test
    void handsOnEachLineAndEndsWithTheInput() throws InterruptedException {
        Thread thread = Thread.ofPlatform().start(loop("one\r\ntwo\n\nlast"));

        thread.join();

        assertThat(lines).containsExactly("one", "two", "", "last");
    }

    @Test
    void endsAtOnceWithoutInput() throws InterruptedException {
        Thread thread = Thread.ofPlatform().start(loop(""));

        thread.join();

        assertThat(lines).isEmpty();
    }

    @Test
    void endsWhenTheInputFails() throws InterruptedException {
        Thread thread = Thread.ofPlatform().start(new InputLoop(new BrokenReader(), lines::add));

        thread.join();

        assertThat(lines).isEmpty();
    }

    @Test
    void dropsWhatComesAfterItWasClosed() {
        InputLoop loop = loop("one\n");
        loop.close();

        loop.run();

        assertThat(lines).isEmpty();
    }

    @Test
    void cutsALineThatIsTooLong() {
        loop("x".repeat(100_000) + "\nnext\n").run();

        assertThat(lines).extracting(String::length).containsExactly(4096, 4);
    }

    private InputLoop loop(String input) {
        return new InputLoop(new StringReader(input), lines::add);
    }

    private static final class BrokenReader extends Reader {
        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("broken");
        }

        @Override
        public void close() {}
    }
}
