// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.config.Key;
import java.util.Optional;

/**
 * What the server list shows in one state.
 *
 * @param text section-sign colours, and line breaks
 * @param versionName shown in place of the player count by clients of another version
 * @param maxPlayers the number shown as the maximum
 */
public record MotdEntry(
        @Key(doc = "The text. Section-sign colour codes and a line break work.")
        String text,

        @Key(
                doc = "The version shown to clients of other versions. In the state unreachable"
                        + " all clients see it, in place of the player count.")
        Optional<String> versionName,

        @Key(doc = "The number shown as the maximum of players.")
        Optional<Integer> maxPlayers) {

    /**
     * In characters. Two full lines with a free colour for each character fit (15 of them make one visible). At its
     * worst, a new style for each visible character, the JSON stays below the limit of the Status Response packet.
     */
    private static final int MAX_TEXT = 1800;

    /** In characters; more than any client has room for. */
    private static final int MAX_VERSION_NAME = 128;

    /** Checks all three. */
    public MotdEntry {
        check("text", text, MAX_TEXT);
        versionName.ifPresent(name -> check("version_name", name, MAX_VERSION_NAME));
        if (maxPlayers.orElse(0) < 0) {
            throw new IllegalArgumentException("max_players = " + maxPlayers.get() + ", must be at least 0");
        }
    }

    /** An entry with a text alone. */
    static MotdEntry of(String text) {
        return new MotdEntry(text, Optional.empty(), Optional.empty());
    }

    private static void check(String key, String value, int limit) {
        if (value.length() > limit) {
            throw new IllegalArgumentException(
                    key + " has " + value.length() + " characters, must have at most " + limit);
        }
    }
}
