// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@Timeout(30)
@ResourceLock(Resources.SYSTEM_OUT)
class BatchedConsoleTest {
    private final PrintStream original = System.out;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CountDownLatch flushed = new CountDownLatch(1);
    private final BatchedConsole console = new BatchedConsole();
    private Logger logger;

    @BeforeEach
    void start() {
        System.setOut(new PrintStream(written, false, StandardCharsets.UTF_8) {
            @Override
            public void flush() {
                super.flush();
                flushed.countDown();
            }
        });
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%level %msg%n");
        encoder.start();
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        logger = context.getLogger("test");
        logger.setLevel(Level.INFO);
        logger.addAppender(console);
    }

    @AfterEach
    void stop() {
        console.stop();
        System.setOut(original);
    }

    @Test
    void writesLineByItselfSoonAfterwards() throws InterruptedException {
        logger.info("one");
        flushed.await();

        assertThat(lines()).containsExactly("INFO one");
    }

    @Test
    void writesWarningAtOnceBehindWhatWaited() {
        logger.info("one");
        logger.warn("two");

        assertThat(lines()).containsExactly("INFO one", "WARN two");
    }

    @Test
    void writesWhatWaitsWhenTheProcessEnds() {
        logger.info("one");
        logger.info("two");
        console.flush();

        assertThat(lines()).containsExactly("INFO one", "INFO two");
    }

    @Test
    void writesWhatWaitsWhenItStops() {
        logger.info("one");
        console.stop();

        assertThat(lines()).containsExactly("INFO one");
    }

    @Test
    void writesToWhateverStandardOutputIsThen() {
        logger.warn("one");
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        System.setOut(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        logger.warn("two");

        assertThat(lines()).containsExactly("WARN one");
        assertThat(terminal.toString(StandardCharsets.UTF_8).lines()).containsExactly("WARN two");
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
