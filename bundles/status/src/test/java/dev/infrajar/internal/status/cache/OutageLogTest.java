// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonPrimitive;
import dev.infrajar.internal.status.Fixtures;
import dev.infrajar.internal.status.document.Rendered;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.net.core.ServerDefinition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an operator reads of a backend that does not answer. */
final class OutageLogTest {
    private static final Finding SILENT = new Finding.Unreachable("127.0.0.1:1: connection refused", true);
    private static final Finding NONSENSE = new Finding.Nothing("the answer is not valid JSON");
    private static final Finding ANSWER =
            new Finding.Shown(Rendered.of(StatusDocument.of("x", 47, 0, 0, new JsonPrimitive("x")))
                    .orElseThrow());
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String FELL_SILENT = "Server survival does not answer pings: ";
    private static final String IS_BACK = "Server survival answers pings again";

    private final Logger logger = (Logger) LoggerFactory.getLogger(OutageLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong nanos = new AtomicLong();
    private final ServerDefinition server = Fixtures.server(Fixtures.DEAD_PORT);
    private Finding next = ANSWER;
    private final OutageLog log = new OutageLog();
    private final ServerLine line = line(_ -> next);

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
    void outageIsToldOnceAndItsEndOnce() throws Exception {
        ask(ANSWER, true);
        ask(SILENT, true);
        ask(SILENT, true);
        ask(SILENT, false);
        ask(ANSWER, true);
        ask(ANSWER, true);
        ask(SILENT, true);

        assertThat(told()).hasSize(3);
        assertThat(told().getFirst())
                .isEqualTo(FELL_SILENT + "127.0.0.1:1: connection refused. The server list shows its last answer, or a"
                        + " text, until it does.");
        assertThat(told().get(1)).isEqualTo(IS_BACK);
        assertThat(told().get(2)).startsWith(FELL_SILENT);
    }

    @Test
    void unusableAnswersAreToldAsAnOutageToo() throws Exception {
        ask(NONSENSE, false);
        ask(NONSENSE, false);

        assertThat(told()).singleElement().asString().startsWith(FELL_SILENT + "the answer is not valid JSON");
    }

    @Test
    void inventedQuestionsWithoutAnAnswerFillNoLog() throws Exception {
        for (int i = 0; i < 10; i++) {
            ask(ANSWER, true);
            ask(NONSENSE, false);
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void whatAnOldDefinitionLeadsToIsNotTold() throws Exception {
        ServerLine ofChanged = line(_ -> ANSWER);
        ServerLine ofOld = line(_ -> {
            ofChanged.ask(question(Fixtures.server(2), true), LIMIT);
            return SILENT;
        });

        assertThat(ofOld.ask(question(server, true), LIMIT)).isEqualTo(SILENT);

        assertThat(told()).isEmpty();
    }

    @Test
    void endOfAnOutageIsToldWhenAChangedDefinitionBroughtIt() throws Exception {
        ask(SILENT, true);

        line(_ -> ANSWER).ask(question(Fixtures.server(2), true), LIMIT);

        assertThat(told()).hasSize(2).last().isEqualTo(IS_BACK);
    }

    private ServerLine line(ServerLine.Asker asker) {
        return new ServerLine(asker, Thread::startVirtualThread, nanos::get, log);
    }

    private static Question question(ServerDefinition server, boolean isKnown) {
        StatusKey key = new StatusKey("survival", 47, "mc.example.com");
        return new Question(key, server, Fixtures.query(47, server), isKnown);
    }

    private void ask(Finding answer, boolean isKnown) throws InterruptedException {
        nanos.addAndGet(AnswerCache.FAILURE_TTL.toNanos());
        next = answer;
        assertThat(line.ask(question(server, isKnown), LIMIT)).isEqualTo(answer);
    }

    private List<String> told() {
        return lines.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
