// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapOwner;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KindMatch;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the service properties of a factory. */
final class DeclarationReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** The property of the tap's id. */
    static final String ID_PROPERTY = TapInterest.PREFIX_ + "id";

    private static final int MAX_ID_CHARS = 64;
    private static final int MAX_PRIORITY = 255;
    private static final int DEFAULT_PRIORITY = 128;
    private static final List<Phase> PHASES = List.of(Phase.LOGIN, Phase.CONFIGURATION, Phase.PLAY);

    private final Dialects dialects;

    DeclarationReader(Dialects dialects) {
        this.dialects = dialects;
    }

    TapDeclaration read(Map<String, Object> properties) throws BadDeclaration {
        try {
            return declaration(properties);
        } catch (BadDeclaration e) {
            // Who has declared it in other words is answered in those.
            throw properties.get(TapOwner.PREFIX) instanceof String prefix
                    ? new BadDeclaration(e.reason().replace(TapInterest.PREFIX_, prefix))
                    : e;
        }
    }

    private TapDeclaration declaration(Map<String, Object> properties) throws BadDeclaration {
        return new TapDeclaration(
                id(properties),
                kinds(properties),
                number(properties, "maxBytes", 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
                ids(properties, "before"),
                ids(properties, "after"),
                number(properties, "priority", 0, MAX_PRIORITY, DEFAULT_PRIORITY),
                isFailOpen(properties));
    }

    private static String id(Map<String, Object> properties) throws BadDeclaration {
        if (!(properties.get(ID_PROPERTY) instanceof String id)) {
            throw new BadDeclaration("it declares no tap.id");
        }
        return checkedId("id", id);
    }

    private static String checkedId(String property, String id) throws BadDeclaration {
        if (id.length() > MAX_ID_CHARS || !ID.matcher(id).matches()) {
            throw new BadDeclaration("tap." + property + " = \"" + clipped(id)
                    + "\", must be lower-case words with dashes, at most " + MAX_ID_CHARS + " characters");
        }
        return id;
    }

    private static List<String> ids(Map<String, Object> properties, String property) throws BadDeclaration {
        List<String> ids = strings(properties, property);
        for (String id : ids) {
            checkedId(property, id);
        }
        return ids;
    }

    private List<PacketKind> kinds(Map<String, Object> properties) throws BadDeclaration {
        List<PacketKind> kinds = new ArrayList<>();
        for (String text : strings(properties, "kinds")) {
            kinds.add(kind(text));
        }
        if (kinds.isEmpty()) {
            throw new BadDeclaration("it declares no tap.kinds: it would never see a packet");
        }
        return kinds;
    }

    private PacketKind kind(String text) throws BadDeclaration {
        String[] words = text.strip().split(" +", -1);
        Phase phase = words.length == 3 ? constant(PHASES, words[0]) : null;
        Direction direction = words.length == 3 ? constant(List.of(Direction.values()), words[1]) : null;
        if (phase == null || direction == null) {
            throw new BadDeclaration("tap.kinds has \"" + clipped(text) + "\", must be a phase (" + listed(PHASES)
                    + "), a direction (" + listed(List.of(Direction.values())) + ") and a name");
        }
        return switch (dialects.kind(phase, direction, words[2])) {
            case KindMatch.Known(PacketKind kind) -> kind;
            case KindMatch.Unknown unknown -> throw new BadDeclaration("tap.kinds: " + unknown.message());
        };
    }

    private static <E> @Nullable E constant(List<E> constants, String word) {
        return constants.stream()
                .filter(constant -> String.valueOf(constant).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String listed(List<?> constants) {
        return constants.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static int number(Map<String, Object> properties, String property, int min, int max, int byDefault)
            throws BadDeclaration {
        Object value = properties.get(TapInterest.PREFIX_ + property);
        if (value == null) {
            return byDefault;
        }
        if (!(value instanceof Integer number) || number < min || number > max) {
            throw new BadDeclaration(
                    "tap." + property + " = " + clipped(value) + ", must be an integer from " + min + " to " + max);
        }
        return number;
    }

    private static boolean isFailOpen(Map<String, Object> properties) throws BadDeclaration {
        Object value = properties.getOrDefault(TapInterest.PREFIX_ + "failOpen", true);
        if (value instanceof Boolean isOpen) {
            return isOpen;
        }
        throw new BadDeclaration("tap.failOpen = " + clipped(value) + ", must be a boolean");
    }

    /** A property of one or more texts: frameworks and authors write it as a string, an array or a collection. */
    private static List<String> strings(Map<String, Object> properties, String property) throws BadDeclaration {
        return switch (properties.get(TapInterest.PREFIX_ + property)) {
            case null -> List.of();
            case String one -> List.of(one);
            case String[] several -> List.copyOf(Arrays.asList(several));
            case Collection<?> several
            when several.stream().allMatch(String.class::isInstance) ->
                several.stream().map(String.class::cast).toList();
            case Object other ->
                throw new BadDeclaration("tap." + property + " = " + clipped(other) + ", must be strings");
        };
    }

    private static String clipped(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", "?");
        return text.length() <= MAX_ID_CHARS ? text : text.substring(0, MAX_ID_CHARS) + "...";
    }
}
