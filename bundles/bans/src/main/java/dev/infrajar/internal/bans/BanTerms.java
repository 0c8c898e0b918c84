// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.net.config.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What follows the target in a ban command: {@code [DURATION] [REASON]}.
 *
 * @param duration longer than zero; empty for ever
 * @param reason at most {@value #MAX_REASON} characters, if one was given
 */
record BanTerms(Optional<Duration> duration, Optional<String> reason) {
    /** As the reference's API has it. */
    static final int MAX_REASON = 256;

    private static final Set<String> FOR_EVER = Set.of("permanent", "perm");

    /** Checks both. */
    BanTerms {
        if (duration.isPresent() && !duration.get().isPositive()) {
            throw new IllegalArgumentException("A ban must last longer than that");
        }
        if (reason.isPresent() && reason.get().length() > MAX_REASON) {
            throw new IllegalArgumentException("A reason has at most " + MAX_REASON + " characters");
        }
    }

    /**
     * Reads the words: a first one that is neither a duration nor {@code permanent} begins the reason.
     *
     * @throws IllegalArgumentException if the duration or the reason is out of range
     */
    static BanTerms parse(List<String> words) {
        if (words.isEmpty()) {
            return new BanTerms(Optional.empty(), Optional.empty());
        }
        String first = words.getFirst();
        Optional<Duration> duration = duration(first);
        boolean isLength = duration.isPresent() || FOR_EVER.contains(first.toLowerCase(Locale.ROOT));
        String reason = String.join(" ", isLength ? words.subList(1, words.size()) : words);
        return new BanTerms(duration, Optional.of(reason).filter(text -> !text.isEmpty()));
    }

    private static Optional<Duration> duration(String word) {
        try {
            return Optional.of(Durations.parse(word));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("A ban must be shorter than 292 years, or permanent", e);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
