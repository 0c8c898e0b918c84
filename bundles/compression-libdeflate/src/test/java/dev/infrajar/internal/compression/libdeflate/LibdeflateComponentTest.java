// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LibdeflateComponentTest {
    private static final Path NO_FOLDER = Path.of("nowhere");

    private final List<Library> offered = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LibdeflateComponent.class);

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private List<String> shown() {
        return log.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.INFO))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void saysOnceThatTheJdksCompressionIsUsedWithoutALibrary() {
        LibdeflateComponent.search(new LibrarySearch(NO_FOLDER, List.of("libnone.so.7", "libnone.so")), offered::add);

        assertThat(offered).isEmpty();
        assertThat(shown())
                .singleElement()
                .asString()
                .contains("the JDK's zlib", "libdeflate is not installed", "libnone.so.7:");
    }

    @Test
    void saysNothingOfALibraryThatIsThere() {
        LibrarySearch search = new LibrarySearch(NO_FOLDER);
        assumeTrue(search.find() instanceof LibrarySearch.Found.Usable, "libdeflate is not installed");

        LibdeflateComponent.search(search, offered::add);

        assertThat(offered).hasSize(1);
        assertThat(shown()).isEmpty();
    }
}
