// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a ban file: the bans, and all else that is in it and stays as it is. An entry that is no ban stays too. Not
 * thread-safe.
 */
final class BanDocument {
    /** The most entries of the audit log; the oldest go first. */
    static final int MAX_AUDIT_ENTRIES = 10_000;

    private static final String BANS = "bans";
    private static final String AUDIT_LOG = "audit_log";
    private static final TypeAdapter<JsonElement> TREES = new Gson().getAdapter(JsonElement.class);
    private static final Gson WRITER = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private final JsonObject root;
    private final List<Entry> entries = new ArrayList<>();
    private final List<JsonElement> audit;
    private final List<String> problems = new ArrayList<>();

    /** An entry of the list of bans, with the members that only others understand; no ban if it cannot be read. */
    private record Entry(JsonElement json, @Nullable Ban ban) {
        boolean isAbout(Target target) {
            return ban != null && ban.target().equals(target);
        }
    }

    private BanDocument(JsonObject root) throws MalformedJsonException {
        this.root = root;
        this.audit = elements(AUDIT_LOG);
        for (JsonElement json : elements(BANS)) {
            entries.add(read(json));
        }
    }

    /** A document with nothing but bans. */
    static BanDocument of(Collection<Ban> bans) {
        try {
            BanDocument document = new BanDocument(new JsonObject());
            bans.forEach(document::put);
            return document;
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("an empty document is valid", e);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IOException if it is not valid JSON, or not of this form; the message says where
     */
    static BanDocument parse(String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.LEGACY_STRICT);
        JsonElement tree = TREES.read(reader);
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("text after the end");
        }
        if (tree instanceof JsonObject object) {
            return new BanDocument(object);
        }
        throw new MalformedJsonException("it must be an object with \"bans\" and \"audit_log\"");
    }

    /** Entries of the list of bans that are not in force because they cannot be read, and why. */
    List<String> problems() {
        return problems;
    }

    /** The bans in the order of the file, expired ones included. */
    List<Ban> bans() {
        List<Ban> bans = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.ban() != null) {
                bans.add(entry.ban());
            }
        }
        return bans;
    }

    /** Adds a ban in the place of all of the same target. */
    void put(Ban ban) {
        remove(ban.target());
        entries.add(new Entry(BanJson.write(ban), ban));
    }

    void remove(Target target) {
        entries.removeIf(entry -> entry.isAbout(target));
    }

    /** Removes what no longer counts, and gives it. */
    List<Ban> removeExpired(Instant now) {
        List<Ban> expired = bans().stream().filter(ban -> !ban.isInForce(now)).toList();
        entries.removeIf(entry -> entry.ban() != null && !entry.ban().isInForce(now));
        return expired;
    }

    /** Adds to the audit log. */
    void add(AuditEntry entry) {
        audit.add(BanJson.write(entry));
        if (audit.size() > MAX_AUDIT_ENTRIES) {
            audit.subList(0, audit.size() - MAX_AUDIT_ENTRIES).clear();
        }
    }

    String toJson() {
        root.add(BANS, array(entries.stream().map(Entry::json).toList()));
        root.add(AUDIT_LOG, array(audit));
        return WRITER.toJson(root) + "\n";
    }

    private Entry read(JsonElement json) {
        try {
            return new Entry(json, BanJson.readBan(json));
        } catch (IllegalArgumentException e) {
            problems.add(BANS + "[" + (entries.size() + 1) + "] is not in force: " + e.getMessage());
            return new Entry(json, null);
        }
    }

    private List<JsonElement> elements(String member) throws MalformedJsonException {
        Optional<JsonElement> present = Optional.ofNullable(root.get(member)).filter(json -> !json.isJsonNull());
        if (present.isEmpty()) {
            return new ArrayList<>();
        }
        if (present.get() instanceof JsonArray array) {
            return new ArrayList<>(array.asList());
        }
        throw new MalformedJsonException("\"" + member + "\" must be a list");
    }

    private static JsonArray array(List<JsonElement> elements) {
        JsonArray array = new JsonArray(elements.size());
        elements.forEach(array::add);
        return array;
    }
}
