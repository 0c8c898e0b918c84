// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.net.nbt.NbtLimits;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.WireException;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.params.provider.MethodSource;

/** A text as a server would send it: as JSON it is read or refused, and survives being written as NBT. */
class TextFuzzTest {
    private static final NbtLimits LIMITS = new NbtLimits(512, 1 << 24);
    private static final TextForms FORMS = new TextForms();
    private static final TextForm JSON = FORMS.of(777, Phase.LOGIN);
    private static final TextForm NBT = FORMS.of(777, Phase.PLAY);

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "\"x\"",
                        "{\"text\":\"x\",\"bold\":true,\"color\":\"#123456\",\"extra\":[\"y\",{\"text\":\"z\"}]}",
                        "{\"translate\":\"chat.type.text\",\"with\":[\"a\",1,true],\"fallback\":\"f\"}",
                        "{\"keybind\":\"key.jump\",\"insertion\":\"i\",\"font\":\"minecraft:alt\"}",
                        "{\"score\":{\"name\":\"a\",\"objective\":\"b\"}}",
                        "{\"selector\":\"@a\",\"separator\":{\"text\":\",\"}}",
                        "{\"text\":\"x\",\"click_event\":{\"action\":\"run_command\",\"command\":\"/a\"}}",
                        "{\"text\":\"x\",\"hover_event\":{\"action\":\"show_text\",\"value\":\"t\"}}",
                        "{\"text\":\"x\",\"hover_event\":{\"action\":\"show_entity\",\"id\":\"minecraft:pig\","
                                + "\"uuid\":[1,2,3,4],\"name\":\"P\"}}",
                        "{\"text\":\"x\",\"hover_event\":{\"action\":\"show_item\",\"id\":\"minecraft:stone\",\"count\":2}}",
                        "{\"nbt\":\"a.b\",\"block\":\"1 2 3\",\"interpret\":true}",
                        "{\"text\":\"x\",\"shadow_color\":-1}")
                .map(json -> json.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void readsOrRefuses(byte[] input) {
        ByteBuf in = Unpooled.buffer();
        WireStrings.write(in, new String(input, StandardCharsets.UTF_8));
        Component text;
        try {
            text = JSON.read(in, LIMITS);
        } catch (WireException e) {
            return;
        }
        ByteBuf json = Unpooled.buffer();
        JSON.write(json, text);
        assertThat(JSON.read(json, LIMITS)).isEqualTo(text);
        // NBT cannot tell an argument "true" from 1: only from here on it stays as it is.
        Component fromNbt = NBT.read(written(text), LIMITS);
        ByteBuf once = written(fromNbt);
        ByteBuf twice = written(NBT.read(once.duplicate(), LIMITS));
        assertThat(ByteBufUtil.hexDump(twice)).isEqualTo(ByteBufUtil.hexDump(once));
    }

    private static ByteBuf written(Component text) {
        ByteBuf out = Unpooled.buffer();
        NBT.write(out, text);
        return out;
    }
}
