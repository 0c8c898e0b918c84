// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.motd;

import com.google.gson.JsonElement;
import dev.infrajar.internal.status.document.Descriptions;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.net.config.Key;
import java.util.Optional;

/**
 * What the server list shows in one state.
 *
 * @param text section-sign colours, and line breaks
 * @param favicon as a file has it; in the record a data URI, or the address where it is fetched
 * @param versionName shown in place of the player count by clients of another version
 * @param maxPlayers the number shown as the maximum
 */
public record MotdEntry(
        @Key(doc = "The text. Section-sign colour codes and a line break work.")
        String text,

        @Key(
                doc =
                        "The icon, a PNG of 64 by 64 pixels: a data URI, its bare base64, the path of a file (read when the"
                                + " configuration is), or an http or https address (fetched in the background). The icon and the"
                                + " text together must fit the 32,767 characters of an answer.")
        Optional<String> favicon,

        @Key(
                doc = "The version shown to clients of other versions. In all states but online every client sees it,"
                        + " in place of the player count.")
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

    private static final String PROXY_NAME = "Infrajar";

    /** Checks all four, and reads the icon where it is a file. */
    public MotdEntry {
        check("text", text, MAX_TEXT);
        versionName.ifPresent(name -> check("version_name", name, MAX_VERSION_NAME));
        if (maxPlayers.orElse(0) < 0) {
            throw new IllegalArgumentException("max_players = " + maxPlayers.get() + ", must be at least 0");
        }
        favicon = favicon.map(Favicon::resolve);
        checkSum(text, favicon, shownVersionName(versionName));
    }

    /** An entry with a text alone. */
    public static MotdEntry of(String text) {
        return new MotdEntry(text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The version name of an answer that no backend gave. */
    public String shownVersionName() {
        return shownVersionName(versionName);
    }

    private static String shownVersionName(Optional<String> versionName) {
        return versionName.orElse(PROXY_NAME);
    }

    /** Where the icon is to be fetched; empty when it is there, or when there is none. */
    public Optional<String> faviconAddress() {
        return favicon.filter(Favicon::isAddress);
    }

    /**
     * Laid over an answer: the text always, the rest where it is set.
     *
     * @param document the answer of a backend; stays as it is
     * @param icon the icon of this entry as far as it is there
     * @param protocol the client's
     * @return a new document
     */
    public StatusDocument laidOver(StatusDocument document, Optional<String> icon, int protocol) {
        StatusDocument copy = icon.isPresent() ? document.withFavicon(icon) : document.copy();
        copy.json().add("description", description(protocol));
        versionName.ifPresent(name -> copy.version().addProperty("name", name));
        maxPlayers.ifPresent(max -> copy.players().addProperty("max", max));
        return copy;
    }

    /** The text as JSON that clients of a protocol can show. */
    public JsonElement description(int protocol) {
        return Descriptions.toJson(Descriptions.ofSections(text), protocol);
    }

    private static void check(String key, String value, int limit) {
        if (value.length() > limit) {
            throw new IllegalArgumentException(
                    key + " has " + value.length() + " characters, must have at most " + limit);
        }
    }

    /** The other parts alone always fit. */
    private static void checkSum(String text, Optional<String> favicon, String versionName) {
        if (favicon.isEmpty() || Favicon.isAddress(favicon.get())) {
            return;
        }
        int chars = StatusDocument.of(
                        versionName,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Descriptions.toJson(Descriptions.ofSections(text), Integer.MAX_VALUE))
                .withFavicon(favicon)
                .toText()
                .length();
        if (chars > StatusDocument.MAX_CHARS) {
            throw new IllegalArgumentException("favicon has " + favicon.get().length()
                    + " characters in base64, which makes an answer of " + chars + ", must be at most "
                    + StatusDocument.MAX_CHARS + " in all: use a smaller file");
        }
    }
}
