// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import static net.kyori.adventure.text.Component.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.nbt.NbtReader;
import dev.infrajar.net.nbt.NbtRoot;
import dev.infrajar.net.nbt.NbtTag;
import dev.infrajar.net.nbt.NbtWriter;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.kyori.adventure.key.Key;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.text.TextComponent;
import net.kyori.adventure.text.TranslatableComponent;
import net.kyori.adventure.text.event.ClickEvent;
import net.kyori.adventure.text.event.HoverEvent;
import net.kyori.adventure.text.format.NamedTextColor;
import net.kyori.adventure.text.format.TextColor;
import net.kyori.adventure.text.format.TextDecoration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormsTest {
    private static final NbtLimits LIMITS = new NbtLimits(512, 1 << 24);
    private static final TextForms FORMS = new TextForms();

    private static final Component RICH = text().content("Hello ")
            .color(TextColor.color(0x123456))
            .decorate(TextDecoration.BOLD)
            .decoration(TextDecoration.ITALIC, false)
            .append(text("link", NamedTextColor.GOLD)
                    .clickEvent(ClickEvent.runCommand("/help"))
                    .hoverEvent(HoverEvent.showText(text("tip"))))
            .append(Component.translatable("chat.type.text", text("Notch"), text("hi")))
            .append(Component.keybind("key.jump"))
            .append(text("entity")
                    .hoverEvent(HoverEvent.showEntity(
                            Key.key("minecraft:pig"),
                            UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210"),
                            text("Pig"))))
            .insertion("inserted")
            .build();

    private static ByteBuf written(int protocol, Phase phase, Component text) {
        ByteBuf out = Unpooled.buffer();
        FORMS.of(protocol, phase).write(out, text);
        return out;
    }

    private static Component read(int protocol, Phase phase, ByteBuf in) {
        Component text = FORMS.of(protocol, phase).read(in, LIMITS);
        assertThat(in.isReadable()).isFalse();
        return text;
    }

    private static String json(int protocol, Phase phase, Component text) {
        return WireStrings.read(written(protocol, phase, text), 262_144);
    }

    private static NbtTag nbt(int protocol, Component text) {
        return NbtReader.read(written(protocol, Phase.PLAY, text), NbtRoot.NAMELESS, LIMITS)
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {735, 764, 765, 766, 769, 770, 771, 777})
    void readsWhatItWritesInEveryPhase(int protocol) {
        for (Phase phase : List.of(Phase.LOGIN, Phase.CONFIGURATION, Phase.PLAY)) {
            assertThat(read(protocol, phase, written(protocol, phase, RICH))).isEqualTo(RICH);
        }
    }

    @Test
    void writesJsonUntilNbtCame() {
        Component bye = text("Bye", NamedTextColor.RED);
        String json = "{\"color\":\"red\",\"text\":\"Bye\"}";

        assertThat(json(764, Phase.PLAY, bye)).isEqualTo(json);
        assertThat(json(764, Phase.CONFIGURATION, bye)).isEqualTo(json);
        assertThat(json(777, Phase.LOGIN, bye)).isEqualTo(json);
        assertThat(ByteBufUtil.hexDump(written(765, Phase.PLAY, text("Bye"))))
                .isEqualTo("0a" + "08" + "0004" + "74657874" + "0003" + "427965" + "00");
        assertThat(ByteBufUtil.hexDump(written(765, Phase.CONFIGURATION, text("Bye"))))
                .startsWith("0a08");
    }

    @Test
    void writesTheColoursThatAVersionKnows() {
        Component orange = text("x", TextColor.color(0xFFAA01));

        assertThat(json(734, Phase.PLAY, orange)).contains("\"color\":\"gold\"");
        assertThat(json(735, Phase.PLAY, orange)).contains("\"color\":\"#FFAA01\"");
    }

    @Test
    void writesEventsAsTheVersionNamesThem() {
        Component hover =
                text("x").hoverEvent(HoverEvent.showText(text("tip"))).clickEvent(ClickEvent.runCommand("/a"));

        assertThat(json(47, Phase.PLAY, hover)).contains("\"hoverEvent\"", "\"value\":");
        assertThat(json(735, Phase.PLAY, hover)).contains("\"hoverEvent\"", "\"contents\":");
        assertThat(nbt(769, hover)).asString().contains("hoverEvent", "clickEvent");
        assertThat(nbt(770, hover)).asString().contains("hover_event", "click_event", "command");
    }

    @Test
    void writesTruthValuesAsBytes() {
        NbtTag.Compound tag = (NbtTag.Compound) nbt(777, text("x").decorate(TextDecoration.BOLD));

        assertThat(tag.get("bold")).contains(NbtTag.Int8.of(true));
    }

    @Test
    void readsPlainTextsAndLists() {
        ByteBuf plain = Unpooled.buffer();
        NbtWriter.write(plain, NbtRoot.NAMELESS, new NbtTag.Text("Bye"));
        assertThat(read(777, Phase.PLAY, plain)).isEqualTo(text("Bye"));

        ByteBuf list = Unpooled.buffer();
        NbtWriter.write(
                list, NbtRoot.NAMELESS, new NbtTag.Sequence(List.of(new NbtTag.Text("a"), new NbtTag.Text("b"))));
        assertThat(read(777, Phase.PLAY, list)).isEqualTo(text("a").append(text("b")));
    }

    @Test
    void unwrapsElementsOfMixedLists() {
        NbtTag wrapped = new NbtTag.Compound(Map.of("", new NbtTag.Text("a")));
        Map<String, NbtTag> styled = new LinkedHashMap<>();
        styled.put("text", new NbtTag.Text("b"));
        styled.put("bold", NbtTag.Int8.of(true));
        Map<String, NbtTag> root = new LinkedHashMap<>();
        root.put("text", new NbtTag.Text(""));
        root.put("extra", new NbtTag.Sequence(List.of(wrapped, new NbtTag.Compound(styled))));
        ByteBuf in = Unpooled.buffer();
        NbtWriter.write(in, NbtRoot.NAMELESS, new NbtTag.Compound(root));

        assertThat(read(777, Phase.PLAY, in))
                .isEqualTo(text("").append(text("a")).append(text("b").decorate(TextDecoration.BOLD)));
    }

    @Test
    void convertsJsonOfEveryShape() {
        NbtTag tag = JsonNbt.toNbt(JsonParser.parseString("""
                {"a": [1, 2], "b": [1, "x", {"y": 1.5}], "c": [], "d": true, "e": 12345678901, "f": null, "g": [[1], [2]]}
                """));

        Map<String, NbtTag> expected = new LinkedHashMap<>();
        expected.put("a", new NbtTag.IntArray(new int[] {1, 2}));
        expected.put(
                "b",
                new NbtTag.Sequence(List.of(
                        new NbtTag.Compound(Map.of("", new NbtTag.Int32(1))),
                        new NbtTag.Compound(Map.of("", new NbtTag.Text("x"))),
                        new NbtTag.Compound(Map.of("y", new NbtTag.Float64(1.5))))));
        expected.put("c", new NbtTag.Sequence(List.of()));
        expected.put("d", NbtTag.Int8.of(true));
        expected.put("e", new NbtTag.Int64(12_345_678_901L));
        expected.put(
                "g",
                new NbtTag.Sequence(List.of(new NbtTag.IntArray(new int[] {1}), new NbtTag.IntArray(new int[] {2}))));
        assertThat(tag).isEqualTo(new NbtTag.Compound(expected));
        assertThat(JsonNbt.toJson(tag)).isEqualTo(JsonParser.parseString("""
                        {"a": [1, 2], "b": [1, "x", {"y": 1.5}], "c": [], "d": 1, "e": 12345678901, "g": [[1], [2]]}
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{}", "[]", "{\"text\":[]}", "{\"translate\":{}}", "{\"text\":\"x\",\"color\":{}}"})
    void refusesWhatIsNoText(String json) {
        ByteBuf in = Unpooled.buffer();
        WireStrings.write(in, json);

        assertThatThrownBy(() -> FORMS.of(47, Phase.PLAY).read(in, LIMITS)).isSameAs(WireException.MALFORMED_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"1e1000000888,1e1000000888", "-1e999,-1e999", "1e-1000000888,0.0", "12,12", "1.50,1.5"})
    void keepsNumbersThatNoTagCanHoldReadable(String number, String shown) {
        ByteBuf in = Unpooled.buffer();
        WireStrings.write(in, "{\"translate\":\"%s\",\"with\":[" + number + "]}");
        Component text = FORMS.of(777, Phase.LOGIN).read(in, LIMITS);

        assertThat(read(777, Phase.PLAY, written(777, Phase.PLAY, text)))
                .isInstanceOfSatisfying(TranslatableComponent.class, read -> assertThat(read.arguments())
                        .extracting(argument -> argument.value() instanceof TextComponent plain
                                ? plain.content()
                                : argument.value().toString())
                        .containsExactly(shown));
    }

    @Test
    void refusesTagsThatAreNoText() {
        assertThatThrownBy(
                        () -> FORMS.of(777, Phase.PLAY).read(Unpooled.buffer().writeByte(0), LIMITS))
                .isSameAs(WireException.MALFORMED_TEXT);
        assertThatThrownBy(
                        () -> FORMS.of(777, Phase.PLAY).read(Unpooled.buffer().writeShort(0x0a00), LIMITS))
                .isSameAs(WireException.MALFORMED_TEXT);
    }

    @Test
    void readsTextsAsDeepAsAllowed() {
        Component deep = text("x");
        for (int i = 0; i < 254; i++) {
            deep = text("").append(deep);
        }

        assertThat(read(777, Phase.PLAY, written(777, Phase.PLAY, deep))).isEqualTo(deep);
        ByteBuf tooDeep = written(777, Phase.PLAY, text("").append(text("").append(text("").append(deep))));
        assertThatThrownBy(() -> FORMS.of(777, Phase.PLAY).read(tooDeep, LIMITS))
                .isSameAs(WireException.NBT_TOO_DEEP);
    }

    @Test
    void refusesJsonThatIsTooDeep() {
        ByteBuf in = Unpooled.buffer();
        WireStrings.write(in, "[".repeat(100_000));

        assertThatThrownBy(() -> FORMS.of(47, Phase.PLAY).read(in, LIMITS)).isSameAs(WireException.MALFORMED_TEXT);
    }
}
