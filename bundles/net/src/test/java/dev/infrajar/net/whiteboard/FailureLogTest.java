// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.whiteboard;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class FailureLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.infrajar.plugins");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE);
    private final FailureLog log = new FailureLog("com.example", "LoginListener", clock::get);

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
    }

    @Test
    void reportsTheFirstFailureAtOnce() {
        log.failed("boom", "");

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Plugin com.example: its LoginListener failed (1x): boom");
    }

    @Test
    void reportsManyFailuresInOneLine() {
        for (int i = 0; i < 1000; i++) {
            log.failed("boom", "");
        }
        assertThat(lines.list).hasSize(1);

        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        log.failed("bang", "");

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .last()
                .isEqualTo("Plugin com.example: its LoginListener failed (1000x): bang");
    }
}
