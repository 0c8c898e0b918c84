// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigProblem;
import dev.infrajar.net.config.Reloadable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code infrarust.toml} again, when it has changed and when somebody says so: all of it comes into force, or nothing.
 * Thread-safe; one reload at a time.
 */
final class ProxyReload implements Reloadable {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyReload.class);

    private final ProxyFile file;
    private final Supplier<Sections> sections;
    private final Configuration configuration;
    private final ReentrantLock reading = new ReentrantLock();

    /** The content that was looked at last; empty for a file that could not be read. */
    private Optional<ByteBuffer> seen;

    /** What was wrong at the last reading, so that it is said once. */
    private List<ConfigProblem> complaints = List.of();

    /**
     * Takes the file's content for that which is in force; made before the file is read for the first time.
     *
     * @param sections gives those that are installed
     */
    ProxyReload(ProxyFile file, Supplier<Sections> sections, Configuration configuration) {
        this.file = file;
        this.sections = sections;
        this.configuration = configuration;
        this.seen = file.content();
    }

    @Override
    public String subject() {
        return file.name();
    }

    @Override
    public List<String> reload() {
        reading.lock();
        try {
            return read(file.content());
        } finally {
            reading.unlock();
        }
    }

    /** Reads the file if its content is another than at the last reading. */
    void reloadIfChanged() {
        reading.lock();
        try {
            Optional<ByteBuffer> content = file.content();
            if (!content.equals(seen)) {
                read(content);
            }
        } finally {
            reading.unlock();
        }
    }

    private List<String> read(Optional<ByteBuffer> content) {
        seen = content;
        boolean isBlank = content.map(bytes -> !bytes.hasRemaining()).orElse(false);
        ProxyFile.Loaded loaded =
                isBlank ? new ProxyFile.Loaded.Invalid(List.of(file.blank())) : file.load(sections.get());
        return switch (loaded) {
            case ProxyFile.Loaded.Valid(var values, var notices) -> take(configuration.apply(values), notices);
            case ProxyFile.Loaded.Invalid(var problems) -> refuse(problems);
        };
    }

    private List<String> take(Configuration.Applied applied, List<ConfigProblem> notices) {
        applied.changes().forEach(change -> LOG.info("{}: {}", file.name(), change));
        applied.notInForce().forEach(reason -> LOG.warn("{}: not in force: {}", file.name(), reason));
        if (!complaints.isEmpty()) {
            LOG.info("{} is valid again", file.name());
            complaints = List.of();
        }
        List<String> lines = new ArrayList<>(applied.changes());
        applied.notInForce().forEach(reason -> lines.add("not in force: " + reason));
        configuration.notice(notices).forEach(notice -> lines.add("warning: " + notice));
        return lines;
    }

    private List<String> refuse(List<ConfigProblem> problems) {
        List<String> lines = new ArrayList<>();
        lines.add("nothing is taken over, everything stays as it was:");
        problems.forEach(problem -> lines.add("  " + problem));
        if (!problems.equals(complaints)) {
            complaints = problems;
            LOG.warn("{}: {}", file.name(), String.join("\n", lines));
        }
        return lines;
    }
}
