// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Players whose packets the proxy sees. A lost, changed or late packet, or a broken connection, is a failure that stays. Its
 * server is known to the proxy under one name for each way of joining.
 */
final class GameFleet implements AutoCloseable {
    /** The player's client and the server log in to each other. */
    static final String RELAYED = "relayed";

    /** The proxy logs in to both. */
    static final String VELOCITY = "velocity";

    /** The same, and the player has to prove who it is: its connection is encrypted. */
    static final String PROVED = "velocity-proved";

    private static final long DEADLINE_MILLIS = 30_000;

    private final List<GamePlayer> players = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final GameIds ids;
    private final int port;
    private final GameBackend backend;
    private final SessionService sessionService;
    private volatile boolean isClosing;
    private int joined;

    GameFleet(GameIds ids, int port) throws IOException {
        this.ids = ids;
        this.port = port;
        this.backend = new GameBackend(ids, this::fail);
        this.sessionService = new SessionService(this::fail);
    }

    /** Where the proxy is to ask about those who have to prove who they are. */
    String sessionUrl() {
        return sessionService.url();
    }

    /** Writes the server files that lead to its server. */
    void writeServers() throws IOException {
        writeServer(RELAYED, "offline", "none");
        writeServer(VELOCITY, "offline", "velocity");
        writeServer(PROVED, "client_only", "velocity");
    }

    private void writeServer(String id, String mode, String forwarding) throws IOException {
        Path written = Files.writeString(
                Container.folder().resolve(id + ".tmp"), """
                domains = ["%s"]
                addresses = ["127.0.0.1:%d"]
                proxy_mode = "%s"
                forwarding_mode = "%s"
                """.formatted(id, backend.port(), mode, forwarding));
        Files.move(written, file(id));
    }

    private static Path file(String id) {
        return Container.folder().resolve("servers").resolve(id + ".toml");
    }

    /** Players of all kinds join. */
    void addOneOfEach() throws IOException {
        add(RELAYED);
        add(VELOCITY);
        add(PROVED);
    }

    /** A player joins; blocks until it plays. */
    GameSession add(String host) throws IOException {
        GameSession session = new GameSession("player" + joined++);
        backend.expect(session);
        GamePlayer player = GamePlayer.join(ids, session, port, host);
        players.add(player);
        Thread.ofVirtual().start(() -> play(player));
        return session;
    }

    private void play(GamePlayer player) {
        try {
            while (!isClosing) {
                player.playRound();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    int size() {
        return players.size();
    }

    /** Waits until each session has gone through some more rounds. */
    void awaitProgress() throws InterruptedException {
        long[] goals = players.stream()
                .mapToLong(player -> player.session().rounds() + 3)
                .toArray();
        for (int i = 0; i < goals.length; i++) {
            long goal = goals[i];
            await(players.get(i).session(), "make progress", session -> session.rounds() >= goal);
        }
    }

    /** Waits until the packets to all clients come with a mark. */
    void awaitClientboundMark(int mark) throws InterruptedException {
        awaitMark(mark, GameSession::clientboundMark);
    }

    /** Waits until the packets to the server come with a mark, of all players. */
    void awaitServerboundMark(int mark) throws InterruptedException {
        awaitMark(mark, GameSession::serverboundMark);
    }

    private void awaitMark(int mark, ToIntFunction<GameSession> of) throws InterruptedException {
        for (GamePlayer player : players) {
            await(player.session(), "get mark " + mark, session -> of.applyAsInt(session) == mark);
        }
    }

    void await(GameSession session, String what, Predicate<GameSession> condition) throws InterruptedException {
        long deadline = System.currentTimeMillis() + DEADLINE_MILLIS;
        while (!condition.test(session)) {
            check();
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError(session.name() + " did not " + what);
            }
            Thread.sleep(5);
        }
        check();
    }

    private void check() {
        Throwable broken = failure.get();
        if (broken != null) {
            throw new AssertionError("a live session broke", broken);
        }
    }

    private void fail(Throwable cause) {
        if (!isClosing) {
            failure.compareAndSet(null, cause);
        }
    }

    @Override
    public void close() throws IOException {
        isClosing = true;
        backend.close();
        sessionService.close();
        for (GamePlayer player : players) {
            player.close();
        }
        for (String id : List.of(RELAYED, VELOCITY, PROVED)) {
            Files.deleteIfExists(file(id));
        }
    }
}
