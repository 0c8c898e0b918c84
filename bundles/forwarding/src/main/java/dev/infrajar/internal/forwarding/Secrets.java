// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret in force. It is read when it is first needed, and kept until it is asked for again or another file is named; a
 * file that cannot be used is tried at each need. Thread-safe; may block on the disk.
 */
final class Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);

    private @Nullable Held held;

    private record Held(Path file, Secret secret) {}

    /** The secret of a file: at hand, or read now. */
    synchronized SecretFile.Reading of(Path file) {
        return held != null && held.file().equals(file)
                ? new SecretFile.Reading.Usable(held.secret(), false, Optional.empty())
                : read(file);
    }

    /**
     * Reads the file again, if anybody has needed it. One that cannot be used leaves in force what was.
     *
     * @return what has changed and what is wrong
     */
    synchronized List<String> reload(ForwardingConfig config) {
        Held before = held;
        if (before == null && !config.mode().needsSecret()) {
            return List.of();
        }
        Path file = config.secretFile();
        return switch (read(file)) {
            case SecretFile.Reading.Unusable(String problem) -> List.of(problem);
            case SecretFile.Reading.Usable usable -> {
                List<String> lines = new ArrayList<>();
                if (before != null && !before.equals(held)) {
                    lines.add(file + ": the secret has changed, for players who join from now on");
                }
                usable.warning().ifPresent(lines::add);
                yield lines;
            }
        };
    }

    private SecretFile.Reading read(Path file) {
        SecretFile.Reading reading = SecretFile.readOrCreate(file);
        if (reading instanceof SecretFile.Reading.Usable(Secret secret, boolean isNew, var warning)) {
            held = new Held(file, secret);
            if (isNew) {
                LOG.info("{}: made, with a new secret; the backends need the same", file);
            }
            warning.ifPresent(LOG::warn);
        }
        return reading;
    }
}
