// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.infrajar.internal.status.document.Descriptions;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.internal.status.motd.MotdEntry;
import dev.infrajar.net.core.StatusReply;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.kyori.adventure.text.Component;

/**
 * An answer of ours with everything done that is the same for all clients: only the numbers are put in for each.
 * Immutable.
 */
final class PrebuiltAnswer {
    /**
     * The numbers of one answer.
     *
     * @param shownProtocol the protocol number of the answer
     * @param clientProtocol that of the client
     * @param online the players
     * @param max the most players
     */
    record Numbers(int shownProtocol, int clientProtocol, int online, int max) {}

    private final MotdEntry entry;
    private final Optional<String> icon;
    private final String versionName;
    private final byte[] beforeProtocol;
    private final byte[] beforeMax;
    private final byte[] beforeOnline;
    private final byte[] afterOnline;

    /** With the sixteen colours of clients before 1.16. */
    private final byte[] afterOnlineOld;

    private final String legacyLine;

    /** An icon that does not fit an answer is left out. */
    PrebuiltAnswer(MotdEntry entry, Optional<String> icon) {
        Component text = Descriptions.ofSections(entry.text());
        this.entry = entry;
        this.icon = icon.filter(uri -> fits(entry, uri));
        this.versionName = entry.shownVersionName();
        this.beforeProtocol = bytes("{\"version\":{\"name\":" + new JsonPrimitive(versionName) + ",\"protocol\":");
        this.beforeMax = bytes("},\"players\":{\"max\":");
        this.beforeOnline = bytes(",\"online\":");
        this.afterOnline = tail(Descriptions.toJson(text, Integer.MAX_VALUE));
        this.afterOnlineOld = tail(Descriptions.toJson(text, 0));
        this.legacyLine = Descriptions.toLegacyLine(text);
    }

    private static boolean fits(MotdEntry entry, String uri) {
        return StatusDocument.of(
                        entry.shownVersionName(),
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        entry.description(Integer.MAX_VALUE))
                .withFavicon(Optional.of(uri))
                .fitsPacket();
    }

    private byte[] tail(JsonElement description) {
        String favicon =
                icon.map(uri -> ",\"favicon\":" + new JsonPrimitive(uri)).orElse("");
        return bytes("},\"description\":" + description + favicon + "}");
    }

    StatusReply.Json json(Numbers numbers) {
        return new StatusReply.Json(concat(
                beforeProtocol,
                bytes(numbers.shownProtocol()),
                beforeMax,
                bytes(numbers.max()),
                beforeOnline,
                bytes(numbers.online()),
                Descriptions.hasAllColours(numbers.clientProtocol()) ? afterOnline : afterOnlineOld));
    }

    StatusReply.Legacy legacy(Numbers numbers) {
        return new StatusReply.Legacy(
                numbers.shownProtocol(), versionName, legacyLine, numbers.online(), numbers.max());
    }

    /** The same as a document, for plugins to change. */
    StatusDocument document(Numbers numbers) {
        StatusDocument document = StatusDocument.of(
                versionName,
                numbers.shownProtocol(),
                numbers.online(),
                numbers.max(),
                entry.description(numbers.clientProtocol()));
        return icon.isPresent() ? document.withFavicon(icon) : document;
    }

    private static byte[] bytes(int number) {
        return bytes(Integer.toString(number));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int end = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, end, part.length);
            end += part.length;
        }
        return all;
    }
}
