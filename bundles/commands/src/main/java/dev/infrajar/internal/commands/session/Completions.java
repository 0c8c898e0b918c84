// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.CommandLine;
import dev.infrajar.net.intercept.TapSession;
import dev.infrajar.net.intercept.TappedPacket;
import dev.infrajar.net.intercept.TappedPacket.Decision;
import dev.infrajar.net.packet.Dialect;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.PacketKind;
import dev.infrajar.net.packet.Phase;
import dev.infrajar.net.wire.VarInts;
import dev.infrajar.net.wire.WireException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Answers what could be typed behind the proxy's commands. Up to 1.12.2, where there is no command tree, their names join the
 * backend's, too. On the session's loop.
 */
final class Completions {
    /** Requests of one player that are answered at a time; further ones are dropped, which clients do not mind. */
    private static final int MAX_RUNNING = 4;

    /** How long an answer of the backend waits for our names, which wait for permissions: longer looks like no answer. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final CompletableFuture<List<String>> NO_NAMES = CompletableFuture.completedFuture(List.of());

    private static final String NAME = "tab_complete";

    private final Desk desk;
    private final TapSession session;
    private final CommandSource source;
    private final PlayerLink link;
    private final CompletionFormat format;
    private final OptionalInt answerId;

    private int running;

    /** What joins the next answer of the backend; completed on the session's loop. */
    private CompletableFuture<List<String>> names = NO_NAMES;

    Completions(Desk desk, TapSession session, CommandSource source, PlayerLink link) {
        this.desk = desk;
        this.session = session;
        this.source = source;
        this.link = link;
        this.format = CompletionFormat.of(session.dialect().protocol().number());
        this.answerId = id(session.dialect(), Direction.CLIENTBOUND);
    }

    private static OptionalInt id(Dialect dialect, Direction direction) {
        return dialect.table(Phase.PLAY, direction).idOf(new PacketKind(Phase.PLAY, direction, NAME));
    }

    /** Adds what is to be done with which packet. */
    void addTo(Map<Integer, Consumer<TappedPacket>> serverbound, Map<Integer, Consumer<TappedPacket>> clientbound) {
        id(session.dialect(), Direction.SERVERBOUND).ifPresent(id -> serverbound.put(id, this::asked));
        if (format == CompletionFormat.WORDS) {
            answerId.ifPresent(id -> clientbound.put(id, this::answered));
        }
    }

    private void asked(TappedPacket packet) {
        Optional<CompletionRequest> request = read(packet);
        if (request.isEmpty() || !request.get().text().startsWith("/")) {
            return;
        }
        CommandLine line = CommandLine.of(request.get().text().substring(1));
        if (!line.hasRest()) {
            offerNames(line);
        } else if (desk.dispatcher().knows(line.label())) {
            packet.drop();
            answer(request.get(), line);
        }
    }

    /** Empty for what cannot be read, or is longer than a command: it is the backend's to answer or refuse. */
    private Optional<CompletionRequest> read(TappedPacket packet) {
        try {
            return Optional.of(format.read(packet.fields()));
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private void answer(CompletionRequest request, CommandLine line) {
        if (running == MAX_RUNNING || answerId.isEmpty()) {
            return;
        }
        int id = answerId.getAsInt();
        running++;
        desk.workers().execute(() -> {
            List<String> words = desk.dispatcher().complete(source, line);
            link.send(out -> {
                VarInts.write(out, id);
                format.write(out, request, words);
            });
            session.loop().execute(() -> running--);
        });
    }

    private void offerNames(CommandLine typed) {
        if (format != CompletionFormat.WORDS || running == MAX_RUNNING) {
            return;
        }
        running++;
        CompletableFuture<List<String>> found = new CompletableFuture<>();
        names = found;
        desk.workers().execute(() -> {
            List<String> matching = desk.dispatcher().words(source).stream()
                    .filter(word -> word.startsWith(typed.label()))
                    .map(word -> "/" + word)
                    .toList();
            session.loop().execute(() -> {
                running--;
                found.complete(matching);
            });
        });
    }

    private void answered(TappedPacket packet) {
        CompletableFuture<List<String>> own = names;
        names = NO_NAMES;
        if (own == NO_NAMES) {
            return;
        }
        Optional<List<String>> answer = readAnswer(packet);
        if (answer.isEmpty()) {
            return;
        }
        int id = packet.id();
        TappedPacket.Held held = packet.hold(PATIENCE, new Decision.Pass());
        own.thenAccept(found -> held.resume(
                found.isEmpty() ? new Decision.Pass() : new Decision.Replace(joined(id, answer.get(), found))));
    }

    private static Optional<List<String>> readAnswer(TappedPacket packet) {
        try {
            return CompletionFormat.readWords(packet.fields());
        } catch (WireException e) {
            return Optional.empty();
        }
    }

    private static ByteBuf joined(int id, List<String> words, List<String> own) {
        ByteBuf out = ByteBufAllocator.DEFAULT.buffer();
        VarInts.write(out, id);
        CompletionFormat.writeWords(
                out,
                Stream.concat(words.stream(), own.stream())
                        .distinct()
                        .sorted((a, b) -> a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT)))
                        .toList());
        return out;
    }
}
