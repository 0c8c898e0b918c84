// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.layout;

import dev.infrajar.net.packet.play.ActionBar;
import dev.infrajar.net.packet.play.ClearTitles;
import dev.infrajar.net.packet.play.PlayPackets;
import dev.infrajar.net.packet.play.Subtitle;
import dev.infrajar.net.packet.play.SystemMessage;
import dev.infrajar.net.packet.play.TitleText;
import dev.infrajar.net.packet.play.TitleTimes;
import java.util.List;
import java.util.UUID;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** The layouts of what a player reads on the screen. */
final class MessageLayouts {
    /** The positions of a chat packet from 1.8 to 1.18.2, and 1.19's numbers of the same types. */
    private static final int SYSTEM = 1;

    private static final int ABOVE_HOTBAR = 2;

    /** The actions of the title packet, whose numbers from 2 on moved by one in 1.11. */
    private static final int TITLE = 0;

    private static final int SUBTITLE = 1;
    private static final int ACTION_BAR_1_11 = 2;
    private static final int TIMES_1_8 = 2;
    private static final int HIDE_1_8 = 3;
    private static final int RESET_1_8 = 4;
    private static final int TIMES_1_11 = 3;
    private static final int HIDE_1_11 = 4;
    private static final int RESET_1_11 = 5;

    /** Chat of nobody. */
    private static final UUID NO_SENDER = new UUID(0, 0);

    static final List<LayoutBands<?>> ALL = List.of(
            LayoutBands.from(4, PlayPackets.SYSTEM_MESSAGE, "chat", message1_7())
                    .since(47, message1_8())
                    .since(735, message1_16())
                    .since(759, "system_chat", message1_19())
                    .since(760, message1_19_1()),
            LayoutBands.from(47, PlayPackets.ACTION_BAR, "chat", actionBar1_8())
                    .since(315, "title", actionBar1_11())
                    .since(755, "action_bar", actionBar()),
            LayoutBands.from(47, PlayPackets.TITLE, "title", title1_8()).since(755, "set_title_text", title()),
            LayoutBands.from(47, PlayPackets.SUBTITLE, "title", subtitle1_8())
                    .since(755, "set_title_subtitle", subtitle()),
            LayoutBands.from(47, PlayPackets.TITLE_TIMES, "title", timesBehind(TIMES_1_8))
                    .since(315, timesBehind(TIMES_1_11))
                    .since(755, "set_title_time", times()),
            LayoutBands.from(47, PlayPackets.CLEAR_TITLES, "title", clearAs(HIDE_1_8, RESET_1_8))
                    .since(315, clearAs(HIDE_1_11, RESET_1_11))
                    .since(755, "clear_titles", clear()));

    private MessageLayouts() {}

    private static Layout<SystemMessage> message1_7() {
        return Layout.of(in -> new SystemMessage(in.text(), false), (out, packet) -> out.text(packet.text()));
    }

    private static Layout<SystemMessage> message1_8() {
        return Layout.of(
                in -> new SystemMessage(in.text(), in.int8() == ABOVE_HOTBAR), MessageLayouts::writeMessage1_8);
    }

    private static Layout<SystemMessage> message1_16() {
        return Layout.of(
                in -> {
                    SystemMessage message = new SystemMessage(in.text(), in.int8() == ABOVE_HOTBAR);
                    in.uuid();
                    return message;
                },
                (out, packet) -> {
                    writeMessage1_8(out, packet);
                    out.uuid(NO_SENDER);
                });
    }

    private static void writeMessage1_8(PacketOut out, SystemMessage packet) {
        out.text(packet.text());
        out.int8(packet.isActionBar() ? ABOVE_HOTBAR : SYSTEM);
    }

    private static Layout<SystemMessage> message1_19() {
        return Layout.of(in -> new SystemMessage(in.text(), in.varInt() == ABOVE_HOTBAR), (out, packet) -> {
            out.text(packet.text());
            out.varInt(packet.isActionBar() ? ABOVE_HOTBAR : SYSTEM);
        });
    }

    private static Layout<SystemMessage> message1_19_1() {
        return Layout.of(in -> new SystemMessage(in.text(), in.bool()), (out, packet) -> {
            out.text(packet.text());
            out.bool(packet.isActionBar());
        });
    }

    /** Up to 1.10.2 the bar shows the plain text only, but understands section signs in it. */
    private static Layout<ActionBar> actionBar1_8() {
        return Layout.of(
                in -> {
                    ActionBar bar = new ActionBar(in.text());
                    in.expect(ABOVE_HOTBAR, in.int8());
                    return bar;
                },
                (out, packet) -> {
                    String legacy = LegacyComponentSerializer.legacySection().serialize(packet.text());
                    out.text(Component.text(legacy));
                    out.int8(ABOVE_HOTBAR);
                });
    }

    private static Layout<ActionBar> actionBar1_11() {
        return Layout.of(in -> new ActionBar(textBehind(in, ACTION_BAR_1_11)), (out, packet) -> {
            out.varInt(ACTION_BAR_1_11);
            out.text(packet.text());
        });
    }

    private static Layout<ActionBar> actionBar() {
        return Layout.of(in -> new ActionBar(in.text()), (out, packet) -> out.text(packet.text()));
    }

    private static Layout<TitleText> title1_8() {
        return Layout.of(in -> new TitleText(textBehind(in, TITLE)), (out, packet) -> {
            out.varInt(TITLE);
            out.text(packet.text());
        });
    }

    private static Layout<TitleText> title() {
        return Layout.of(in -> new TitleText(in.text()), (out, packet) -> out.text(packet.text()));
    }

    private static Layout<Subtitle> subtitle1_8() {
        return Layout.of(in -> new Subtitle(textBehind(in, SUBTITLE)), (out, packet) -> {
            out.varInt(SUBTITLE);
            out.text(packet.text());
        });
    }

    private static Layout<Subtitle> subtitle() {
        return Layout.of(in -> new Subtitle(in.text()), (out, packet) -> out.text(packet.text()));
    }

    private static Component textBehind(PacketIn in, int action) {
        in.expect(action, in.varInt());
        return in.text();
    }

    private static Layout<TitleTimes> timesBehind(int action) {
        return Layout.of(
                in -> {
                    in.expect(action, in.varInt());
                    return readTimes(in);
                },
                (out, packet) -> {
                    out.varInt(action);
                    writeTimes(out, packet);
                });
    }

    private static Layout<TitleTimes> times() {
        return Layout.of(MessageLayouts::readTimes, MessageLayouts::writeTimes);
    }

    private static TitleTimes readTimes(PacketIn in) {
        return new TitleTimes(in.int32(), in.int32(), in.int32());
    }

    private static void writeTimes(PacketOut out, TitleTimes packet) {
        out.int32(packet.fadeInTicks());
        out.int32(packet.stayTicks());
        out.int32(packet.fadeOutTicks());
    }

    private static Layout<ClearTitles> clearAs(int hide, int reset) {
        return Layout.of(
                in -> {
                    int action = in.varInt();
                    if (action != reset) {
                        in.expect(hide, action);
                    }
                    return new ClearTitles(action == reset);
                },
                (out, packet) -> out.varInt(packet.resetsTimes() ? reset : hide));
    }

    private static Layout<ClearTitles> clear() {
        return Layout.of(in -> new ClearTitles(in.bool()), (out, packet) -> out.bool(packet.resetsTimes()));
    }
}
