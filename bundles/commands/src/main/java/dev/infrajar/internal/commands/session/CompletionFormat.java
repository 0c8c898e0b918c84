// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireStrings;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a version asks for completions and gets them: {@code tab_complete} both ways. Source: minecraft-data 3.117.0,
 * {@code packet_tab_complete}.
 */
enum CompletionFormat {
    /** Up to 1.12.2: the text so far; back come words to put in the place of the last one, those of commands with their slash. */
    WORDS {
        @Override
        CompletionRequest read(ByteBuf in) {
            return new CompletionRequest(0, WireStrings.read(in, MAX_CHARS));
        }

        @Override
        void write(ByteBuf out, CompletionRequest request, List<String> words) {
            writeWords(out, words);
        }
    },

    /** Since 1.13: a number beside the text; back come the number, the range to put words in the place of, and the words. */
    RANGE {
        @Override
        CompletionRequest read(ByteBuf in) {
            return new CompletionRequest(VarInts.read(in), WireStrings.read(in, MAX_CHARS));
        }

        @Override
        void write(ByteBuf out, CompletionRequest request, List<String> words) {
            int start = request.text().lastIndexOf(' ') + 1;
            VarInts.write(out, request.number());
            VarInts.write(out, start);
            VarInts.write(out, request.text().length() - start);
            VarInts.write(out, words.size());
            for (String word : words) {
                WireStrings.write(out, word);
                out.writeBoolean(false); // no tooltip
            }
        }
    };

    /** What others accept; vanilla reads 32,500 characters. */
    private static final int MAX_CHARS = 2048;

    /** The first protocol with command trees: 1.13. */
    private static final int FIRST_RANGE = 393;

    private static final int MAX_WORDS = 4096;
    private static final int MAX_WORD_CHARS = 32_767;

    static CompletionFormat of(int protocol) {
        return protocol < FIRST_RANGE ? WORDS : RANGE;
    }

    /**
     * Reads a request.
     *
     * @param in the fields; what follows those that count is not read
     * @throws dev.infrajar.net.wire.WireException if the text is longer than a command can be, or cut
     */
    abstract CompletionRequest read(ByteBuf in);

    /** Writes the fields of an answer. */
    abstract void write(ByteBuf out, CompletionRequest request, List<String> words);

    /** Reads the fields of an answer as it was up to 1.12.2; empty if there are too many words to do anything with. */
    static Optional<List<String>> readWords(ByteBuf in) {
        int count = VarInts.read(in);
        if (count < 0 || count > MAX_WORDS) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(WireStrings.read(in, MAX_WORD_CHARS));
        }
        return Optional.of(words);
    }

    static void writeWords(ByteBuf out, List<String> words) {
        VarInts.write(out, words.size());
        words.forEach(word -> WireStrings.write(out, word));
    }
}
