// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.shared.ClientInformation;
import dev.infrajar.net.packet.shared.ClientInformation.ChatMode;
import dev.infrajar.net.packet.shared.ClientInformation.Hand;
import dev.infrajar.net.packet.shared.ClientInformation.Particles;
import java.util.List;

/** A Client Information packet while it is read or written, and its layouts in configuration and play. */
final class ClientInformationDraft {
    private static final int MAX_LOCALE_CHARS = 16;
    private static final int CAPE = 1;

    /** What 1.7 clients send unless they have a world of their own; servers do not look at it. */
    private static final int NORMAL_DIFFICULTY = 2;

    private static final List<ChatMode> CHAT_MODES = List.of(ChatMode.values());
    private static final List<Hand> HANDS = List.of(Hand.values());
    private static final List<Particles> PARTICLES = List.of(Particles.values());

    private static final Field.Drafts<ClientInformation, ClientInformationDraft> DRAFTS = new Field.Drafts<>(
            ClientInformationDraft::new, ClientInformationDraft::of, ClientInformationDraft::toPacket);

    private static final Field<ClientInformationDraft> LOCALE = new Field<>(
            (in, draft) -> draft.locale = in.string(MAX_LOCALE_CHARS),
            (out, draft) -> out.string(draft.locale, MAX_LOCALE_CHARS));

    private static final Field<ClientInformationDraft> VIEW_DISTANCE =
            new Field<>((in, draft) -> draft.viewDistance = in.int8(), (out, draft) -> out.int8(draft.viewDistance));

    /** A byte before 1.9: the same for numbers below 128. */
    private static final Field<ClientInformationDraft> CHAT_MODE = new Field<>(
            (in, draft) -> draft.chatMode = in.choice(CHAT_MODES),
            (out, draft) -> out.choice(CHAT_MODES, draft.chatMode));

    private static final Field<ClientInformationDraft> CHAT_COLOURS =
            new Field<>((in, draft) -> draft.hasColours = in.bool(), (out, draft) -> out.bool(draft.hasColours));

    private static final Field<ClientInformationDraft> DIFFICULTY =
            new Field<>((in, draft) -> in.uint8(), (out, draft) -> out.int8(NORMAL_DIFFICULTY));

    private static final Field<ClientInformationDraft> HAS_CAPE = new Field<>(
            (in, draft) -> draft.skinParts = in.bool() ? CAPE : 0,
            (out, draft) -> out.bool((draft.skinParts & CAPE) != 0));

    private static final Field<ClientInformationDraft> SKIN_PARTS =
            new Field<>((in, draft) -> draft.skinParts = in.uint8(), (out, draft) -> out.int8(draft.skinParts));

    private static final Field<ClientInformationDraft> MAIN_HAND =
            new Field<>((in, draft) -> draft.hand = in.choice(HANDS), (out, draft) -> out.choice(HANDS, draft.hand));

    /** 1.17 and 1.17.1 say the opposite of what came later. */
    private static final Field<ClientInformationDraft> LEAVES_TEXT =
            new Field<>((in, draft) -> draft.filtersText = !in.bool(), (out, draft) -> out.bool(!draft.filtersText));

    private static final Field<ClientInformationDraft> FILTERS_TEXT =
            new Field<>((in, draft) -> draft.filtersText = in.bool(), (out, draft) -> out.bool(draft.filtersText));

    private static final Field<ClientInformationDraft> IS_LISTED =
            new Field<>((in, draft) -> draft.isListed = in.bool(), (out, draft) -> out.bool(draft.isListed));

    private static final Field<ClientInformationDraft> PARTICLE_STATUS = new Field<>(
            (in, draft) -> draft.particles = in.choice(PARTICLES),
            (out, draft) -> out.choice(PARTICLES, draft.particles));

    /** 1.7. */
    static final Layout<ClientInformation> WITH_DIFFICULTY =
            DRAFTS.layout(LOCALE, VIEW_DISTANCE, CHAT_MODE, CHAT_COLOURS, DIFFICULTY, HAS_CAPE);

    /** 1.8. */
    static final Layout<ClientInformation> WITH_SKIN =
            DRAFTS.layout(LOCALE, VIEW_DISTANCE, CHAT_MODE, CHAT_COLOURS, SKIN_PARTS);

    /** 1.9 to 1.16.5. */
    static final Layout<ClientInformation> WITH_HAND =
            DRAFTS.layout(LOCALE, VIEW_DISTANCE, CHAT_MODE, CHAT_COLOURS, SKIN_PARTS, MAIN_HAND);

    /** 1.17. */
    static final Layout<ClientInformation> FILTERED =
            DRAFTS.layout(LOCALE, VIEW_DISTANCE, CHAT_MODE, CHAT_COLOURS, SKIN_PARTS, MAIN_HAND, LEAVES_TEXT);

    /** 1.18 to 1.21.1. */
    static final Layout<ClientInformation> LISTED = DRAFTS.layout(
            LOCALE, VIEW_DISTANCE, CHAT_MODE, CHAT_COLOURS, SKIN_PARTS, MAIN_HAND, FILTERS_TEXT, IS_LISTED);

    /** Since 1.21.2. */
    static final Layout<ClientInformation> WITH_PARTICLES = DRAFTS.layout(
            LOCALE,
            VIEW_DISTANCE,
            CHAT_MODE,
            CHAT_COLOURS,
            SKIN_PARTS,
            MAIN_HAND,
            FILTERS_TEXT,
            IS_LISTED,
            PARTICLE_STATUS);

    private String locale = "";
    private int viewDistance;
    private ChatMode chatMode = ChatMode.FULL;
    private boolean hasColours;
    private int skinParts;
    private Hand hand = Hand.RIGHT;
    private boolean filtersText;
    private boolean isListed = true;
    private Particles particles = Particles.ALL;

    private ClientInformationDraft() {}

    private static ClientInformationDraft of(ClientInformation packet) {
        ClientInformationDraft draft = new ClientInformationDraft();
        draft.locale = packet.locale();
        draft.viewDistance = packet.viewDistance();
        draft.chatMode = packet.chatMode();
        draft.hasColours = packet.hasChatColours();
        draft.skinParts = packet.skinParts();
        draft.hand = packet.mainHand();
        draft.filtersText = packet.filtersText();
        draft.isListed = packet.isListed();
        draft.particles = packet.particles();
        return draft;
    }

    private ClientInformation toPacket() {
        return new ClientInformation(
                locale, viewDistance, chatMode, hasColours, skinParts, hand, filtersText, isListed, particles);
    }
}
