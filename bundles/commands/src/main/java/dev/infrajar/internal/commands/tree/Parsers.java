// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.tree;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parsers of arguments in one version: how they are written, and what follows them. */
public final class Parsers {
    /** Longer ones are not known anyway. */
    private static final int MAX_NAME_CHARS = 256;

    private final boolean isByName;
    private final boolean isExact;
    private final List<PropertyShape> shapes;
    private final Map<String, Integer> places;

    private Parsers(boolean isByName, boolean isExact, List<PropertyShape> shapes, Map<String, Integer> places) {
        this.isByName = isByName;
        this.isExact = isExact;
        this.shapes = shapes;
        this.places = places;
    }

    /**
     * The parsers of a version.
     *
     * @param words name and shape of each, in the order of their numbers
     */
    static Parsers of(List<String> words, boolean isByName, boolean isExact) {
        Map<String, Integer> places = HashMap.newHashMap(words.size());
        for (String word : words) {
            String name = word.replaceFirst("=.*", "");
            places.put(name.contains(":") ? name : "minecraft:" + name, places.size());
        }
        List<PropertyShape> shapes = words.stream().map(Parsers::shape).toList();
        return new Parsers(isByName, isExact, shapes, Map.copyOf(places));
    }

    private static PropertyShape shape(String word) {
        int sign = word.indexOf('=');
        return sign < 0 ? PropertyShape.NONE : PropertyShape.of(word.substring(sign + 1));
    }

    /** Whether they are known to be those of the version, not only those of an older one. */
    boolean isExact() {
        return isExact;
    }

    /** Reads a parser; empty if it is not known, which mods and new versions bring about. */
    Optional<PropertyShape> read(ByteBuf in) {
        int place = isByName ? places.getOrDefault(WireStrings.read(in, MAX_NAME_CHARS), -1) : VarInts.read(in);
        return place >= 0 && place < shapes.size() ? Optional.of(shapes.get(place)) : Optional.empty();
    }

    /** Writes one of the parsers that all versions have. */
    void write(ByteBuf out, String name) {
        Integer place = places.get(name);
        if (place == null) {
            throw new IllegalArgumentException("no parser " + name);
        }
        if (isByName) {
            WireStrings.write(out, name);
        } else {
            VarInts.write(out, place);
        }
    }
}
