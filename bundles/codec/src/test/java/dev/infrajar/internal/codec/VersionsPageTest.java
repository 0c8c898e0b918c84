// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.PacketType;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.packet.play.PlayPackets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/versions.md} says what the codec can do; {@code -Dinfrajar.docs=write} writes it anew. */
class VersionsPageTest {
    private static final Path PAGE = Path.of("../../docs/versions.md");
    private static final String BEGIN = "<!-- made from the codec's tables: begin -->\n";
    private static final String END = "<!-- end -->\n";
    private static final String HEAD = """
            | versions | protocols | titles, action bar | transfer, cookies | command list | commands come as | chat |
            |---|---|---|---|---|---|---|
            """;

    /**
     * Versions next to each other of which the same can be said.
     *
     * @param first the oldest
     * @param last the newest
     * @param cells what can be said
     */
    private record Row(KnownProtocol first, KnownProtocol last, List<String> cells) {
        @Override
        public String toString() {
            return "| " + range(first.versions().getLast(), last.versions().getFirst()) + " | "
                    + range(Integer.toString(first.number()), Integer.toString(last.number())) + " | "
                    + String.join(" | ", cells) + " |\n";
        }

        private static String range(String from, String to) {
            return from.equals(to) ? from : from + " to " + to;
        }
    }

    @Test
    void saysWhatEachVersionCanDo() throws IOException {
        String page = Files.readString(PAGE);
        String expected =
                HEAD + String.join("", rows().stream().map(Row::toString).toList());
        String written =
                page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + expected + page.substring(page.indexOf(END));
        if ("write".equals(System.getProperty("infrajar.docs"))) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE))
                .as("docs/versions.md; written anew with -Dinfrajar.docs=write")
                .isEqualTo(written);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        List<KnownProtocol> oldestFirst = TestCodec.DIALECTS.protocols().stream()
                .sorted(Comparator.comparingInt(KnownProtocol::number))
                .toList();
        for (KnownProtocol protocol : oldestFirst) {
            List<String> cells = cells(TestCodec.dialect(protocol.number()));
            if (!rows.isEmpty() && rows.getLast().cells().equals(cells)) {
                Row before = rows.removeLast();
                rows.add(new Row(before.first(), protocol, cells));
            } else {
                rows.add(new Row(protocol, protocol, cells));
            }
        }
        return rows;
    }

    private static List<String> cells(Dialect dialect) {
        return List.of(
                yes(can(dialect, PlayPackets.TITLE) && can(dialect, PlayPackets.ACTION_BAR)),
                yes(can(dialect, PlayPackets.TRANSFER) && can(dialect, PlayPackets.COOKIE_REQUEST)),
                yes(has(dialect, Direction.CLIENTBOUND, "declare_commands")),
                commands(dialect),
                chat(dialect));
    }

    private static String commands(Dialect dialect) {
        return Stream.of(
                        can(dialect, PlayPackets.SIGNED_CHAT_COMMAND) ? "two packets, signed and not" : "",
                        can(dialect, PlayPackets.CHAT_COMMAND) ? "a packet" : "")
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("chat with a slash");
    }

    private static String chat(Dialect dialect) {
        if (!can(dialect, PlayPackets.CHAT_COMMAND)) {
            return "unsigned";
        }
        return has(dialect, Direction.SERVERBOUND, "chat_session_update")
                ? "signed, key sent with the chat session"
                : "signed, key sent at login";
    }

    private static boolean can(Dialect dialect, PacketType<?> type) {
        return dialect.format(type).isPresent();
    }

    private static boolean has(Dialect dialect, Direction direction, String name) {
        return dialect.table(Phase.PLAY, direction)
                .idOf(new PacketKind(Phase.PLAY, direction, name))
                .isPresent();
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
