// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.taps;

import dev.infrajar.net.intercept.TapInterest;
import dev.infrajar.net.intercept.TapOwner;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KindMatch;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.whiteboard.BadDeclaration;
import dev.infrajar.net.whiteboard.DeclaredProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the service properties of a factory. */
final class DeclarationReader {
    /** The property of the tap's id. */
    static final String ID_PROPERTY = TapInterest.PREFIX_ + "id";

    private static final List<Phase> PHASES = List.of(Phase.LOGIN, Phase.CONFIGURATION, Phase.PLAY);

    private final Dialects dialects;

    DeclarationReader(Dialects dialects) {
        this.dialects = dialects;
    }

    TapDeclaration read(Map<String, Object> properties) throws BadDeclaration {
        try {
            return declaration(new DeclaredProperties(TapInterest.PREFIX_, properties));
        } catch (BadDeclaration e) {
            // Who has declared it in other words is answered in those.
            throw properties.get(TapOwner.PREFIX) instanceof String prefix
                    ? new BadDeclaration(e.reason().replace(TapInterest.PREFIX_, prefix))
                    : e;
        }
    }

    private TapDeclaration declaration(DeclaredProperties properties) throws BadDeclaration {
        return new TapDeclaration(
                properties.id(),
                kinds(properties),
                properties.number("maxBytes", 1, Integer.MAX_VALUE, Integer.MAX_VALUE),
                properties.ids("before"),
                properties.ids("after"),
                properties.priority(),
                properties.failOpen());
    }

    private List<PacketKind> kinds(DeclaredProperties properties) throws BadDeclaration {
        List<PacketKind> kinds = new ArrayList<>();
        for (String text : properties.strings("kinds")) {
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
            throw new BadDeclaration("tap.kinds has \"" + DeclaredProperties.clipped(text) + "\", must be a phase ("
                    + listed(PHASES) + "), a direction (" + listed(List.of(Direction.values())) + ") and a name");
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
}
