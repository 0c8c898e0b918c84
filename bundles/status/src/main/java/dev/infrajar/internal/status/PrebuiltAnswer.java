// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.infrajar.net.core.StatusReply;
import net.kyori.adventure.text.Component;

/**
 * An answer of ours with everything done that is the same for all clients: only the protocol number and the count are
 * put in for each.
 *
 * @param entry what it was made from
 * @param beforeProtocol the JSON up to the protocol number
 * @param beforeOnline from there up to the count
 * @param afterOnline the rest, with all colours
 * @param afterOnlineOld the rest, with the sixteen colours of clients before 1.16
 * @param legacyLine the text for legacy pings
 */
record PrebuiltAnswer(
        MotdEntry entry,
        String beforeProtocol,
        String beforeOnline,
        String afterOnline,
        String afterOnlineOld,
        String legacyLine) {

    static PrebuiltAnswer of(MotdEntry entry) {
        Component text = Descriptions.ofSections(entry.text());
        return new PrebuiltAnswer(
                entry,
                "{\"version\":{\"name\":" + new JsonPrimitive(versionName(entry)) + ",\"protocol\":",
                "},\"players\":{\"max\":" + max(entry) + ",\"online\":",
                tail(Descriptions.toJson(text, Integer.MAX_VALUE)),
                tail(Descriptions.toJson(text, 0)),
                Descriptions.toLegacyLine(text));
    }

    private static String tail(JsonElement description) {
        return "},\"description\":" + description + "}";
    }

    StatusReply.Json json(int protocol, int online) {
        String tail = Descriptions.hasAllColours(protocol) ? afterOnline : afterOnlineOld;
        return StatusReply.Json.of(beforeProtocol + protocol + beforeOnline + online + tail);
    }

    StatusReply.Legacy legacy(int protocol, int online) {
        return new StatusReply.Legacy(protocol, versionName(entry), legacyLine, online, max(entry));
    }

    /** The same as a document, for plugins to change. */
    StatusDocument document(int protocol, int online) {
        JsonElement description = Descriptions.toJson(Descriptions.ofSections(entry.text()), protocol);
        return StatusDocument.of(versionName(entry), protocol, online, max(entry), description);
    }

    private static String versionName(MotdEntry entry) {
        return entry.versionName().orElse(ClientVersion.PROXY_NAME);
    }

    private static int max(MotdEntry entry) {
        return entry.maxPlayers().orElse(0);
    }
}
