// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.kyori.adventure.text.Component;

/**
 * The visible parts of an answer to a server list ping. What else a backend put into its answer (mod lists and the
 * like) is kept beside it and reaches the client unchanged.
 *
 * @param description the text of the server list
 * @param versionName shown by clients whose protocol differs
 * @param protocol the protocol number of the answer; a client of another number shows the server as incompatible
 * @param onlinePlayers the number shown as online, 0 or more
 * @param maxPlayers the number shown as the maximum, 0 or more
 * @param sample the names shown when the pointer rests on the count, at most a dozen are useful
 * @param favicon a data URI of a PNG of 64 by 64 pixels, empty for none
 */
public record StatusAnswer(
        Component description,
        String versionName,
        int protocol,
        int onlinePlayers,
        int maxPlayers,
        List<SamplePlayer> sample,
        Optional<String> favicon) {

    /**
     * One line of the player sample.
     *
     * @param name the text shown; section-sign colours work
     * @param id a UUID; any will do
     */
    public record SamplePlayer(String name, UUID id) {
        /** Refuses nulls. */
        public SamplePlayer {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(id, "id");
        }
    }

    /** Copies the sample; refuses nulls here, where the listener that brought them can be blamed. */
    public StatusAnswer {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(versionName, "versionName");
        Objects.requireNonNull(favicon, "favicon");
        sample = List.copyOf(sample);
    }

    /**
     * The same answer with another text.
     *
     * @param changed the text of the server list
     * @return a new answer
     */
    public StatusAnswer withDescription(Component changed) {
        return new StatusAnswer(changed, versionName, protocol, onlinePlayers, maxPlayers, sample, favicon);
    }

    /**
     * The same answer with other counts.
     *
     * @param online the number shown as online
     * @param max the number shown as the maximum
     * @return a new answer
     */
    public StatusAnswer withPlayers(int online, int max) {
        return new StatusAnswer(description, versionName, protocol, online, max, sample, favicon);
    }

    /**
     * The same answer with another version.
     *
     * @param name shown by clients whose protocol differs
     * @param number the protocol number of the answer
     * @return a new answer
     */
    public StatusAnswer withVersion(String name, int number) {
        return new StatusAnswer(description, name, number, onlinePlayers, maxPlayers, sample, favicon);
    }

    /**
     * The same answer with another player sample.
     *
     * @param changed the lines shown when the pointer rests on the count
     * @return a new answer
     */
    public StatusAnswer withSample(List<SamplePlayer> changed) {
        return new StatusAnswer(description, versionName, protocol, onlinePlayers, maxPlayers, changed, favicon);
    }

    /**
     * The same answer with another icon.
     *
     * @param changed a data URI of a PNG of 64 by 64 pixels, empty for none
     * @return a new answer
     */
    public StatusAnswer withFavicon(Optional<String> changed) {
        return new StatusAnswer(description, versionName, protocol, onlinePlayers, maxPlayers, sample, changed);
    }
}
