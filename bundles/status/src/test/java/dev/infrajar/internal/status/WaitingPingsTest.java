// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static dev.infrajar.internal.status.Fixtures.DEAD_PORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.internal.status.cache.AnswerCache;
import dev.infrajar.internal.status.relay.Relayed;
import dev.infrajar.internal.status.relay.StatusRelay;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pings that come while a backend is being asked. */
@Timeout(120)
final class WaitingPingsTest {
    private static final int PROTOCOL = 774;
    private static final int MANY = 200;

    /** The most pings that wait in a lane. */
    private static final int ROOM = 512;

    private final FakeRelay relay = new FakeRelay();
    private final Rig rig = new Rig(relay);
    private final ServerDefinition server = Fixtures.server(DEAD_PORT);
    private final StatusQuery query = Fixtures.query(PROTOCOL, server);

    @AfterEach
    void stop() {
        relay.letAll();
        rig.close();
    }

    @Test
    void twoHundredPingsAtATimeAskOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        FakeBackend.Behaviour slow = socket -> {
            awaitQuietly(asked);
            socket.getOutputStream().write(FakeBackend.response(Fixtures.ANSWER));
        };
        try (PlainConnector connector = new PlainConnector();
                FakeBackend backend = new FakeBackend(slow);
                Rig real = new Rig(new StatusRelay(connector, connector.loops, Duration.ofSeconds(30)))) {
            StatusQuery ping = Fixtures.query(PROTOCOL, Fixtures.server(backend.port()));
            CountDownLatch started = new CountDownLatch(MANY);

            List<FutureTask<JsonObject>> pings = start(MANY, () -> {
                started.countDown();
                return real.answer(ping);
            });
            assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
            asked.countDown();

            for (FutureTask<JsonObject> each : pings) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(Rig.json(Fixtures.ANSWER));
            }
            assertThat(backend.questions).hasValue(1);
        }
    }

    @Test
    void hundredPingsWaitForOneTryOfADeadBackendAndTheNextOnesDoNotWait() throws Exception {
        relay.hold();
        relay.behaviour = _ -> new Relayed.Unreachable("no answer within 5000 ms", false);
        List<FutureTask<JsonObject>> pings = start(100, () -> rig.answer(query));
        relay.awaitQuestions(1);

        relay.let(1);

        for (FutureTask<JsonObject> each : pings) {
            assertThat(Rig.text(each.get(30, TimeUnit.SECONDS))).isEqualTo("Server unreachable");
        }
        assertThat(Rig.text(rig.now(query))).isEqualTo("Server unreachable");
        assertThat(relay.asked).hasSize(1);
    }

    @Test
    void failureIsSharedWithThoseWhoWaitToAskSomethingElse() throws Exception {
        relay.hold();
        relay.behaviour = _ -> new Relayed.Unreachable("no answer within 5000 ms", false);
        List<FutureTask<JsonObject>> pings = new ArrayList<>();
        for (int protocol = 1; protocol <= 20; protocol++) {
            StatusQuery other = Fixtures.query(protocol, server);
            pings.addAll(start(1, () -> rig.answer(other)));
        }
        relay.awaitQuestions(1);

        relay.let(1);

        for (FutureTask<JsonObject> each : pings) {
            assertThat(Rig.text(each.get(30, TimeUnit.SECONDS))).isEqualTo("Server unreachable");
        }
        assertThat(relay.asked).hasSize(1);
    }

    @Test
    void pingsOfAChangedDefinitionDoNotWaitForARelayByTheOldOne() throws Exception {
        relay.hold();
        relay.behaviour = _ -> new Relayed.Unreachable("no answer within 5000 ms", false);
        StatusQuery afterwards = Fixtures.query(PROTOCOL, Fixtures.server(2));
        try (Rig moved = new Rig(this::askOldHere)) {
            List<FutureTask<JsonObject>> waiting = start(10, () -> moved.answer(query));
            relay.awaitQuestions(1);

            assertThat(moved.text(afterwards)).isEqualTo("moved");

            relay.letAll();
            for (FutureTask<JsonObject> each : waiting) {
                assertThat(Rig.text(each.get(30, TimeUnit.SECONDS))).isEqualTo("Server unreachable");
            }
            assertThat(Rig.text(moved.now(afterwards))).isEqualTo("moved");
        }
    }

    /** Only who still has the old definition is held. */
    private Relayed askOldHere(ServerDefinition asked, StatusQuery ping, int protocol) throws InterruptedException {
        return asked.equals(server) ? relay.ask(asked, ping, protocol) : FakeRelay.answer(protocol, "moved");
    }

    @Test
    void oneQuestionAtATimeIsAsked() throws Exception {
        List<FutureTask<JsonObject>> pings = new ArrayList<>();
        for (int protocol = 1; protocol <= 50; protocol++) {
            StatusQuery other = Fixtures.query(protocol, server);
            pings.addAll(start(2, () -> rig.answer(other)));
        }

        for (FutureTask<JsonObject> each : pings) {
            assertThat(Rig.text(each.get(30, TimeUnit.SECONDS))).isEqualTo("backend");
        }
        assertThat(relay.asked).hasSize(50).doesNotHaveDuplicates();
        assertThat(relay.mostAtATime()).isEqualTo(1);
    }

    @Test
    void whatIsKnownIsAskedNextInAFloodOfInventedProtocols() throws Exception {
        rig.answer(query);
        rig.pass(Rig.TTL);
        relay.hold();
        List<FutureTask<JsonObject>> flood = new ArrayList<>();
        for (int invented = 0; invented < ROOM; invented++) {
            StatusQuery other = Fixtures.query(100_000 + invented, server);
            flood.addAll(start(1, () -> rig.answer(other)));
        }
        Until.isTrue("the flood fills its lane", () -> rig.isThereNow(Fixtures.query(99_999, server)));
        relay.awaitQuestions(2);
        FutureTask<JsonObject> popular = new FutureTask<>(() -> rig.answer(query));
        Thread waiting = Thread.startVirtualThread(popular);
        Until.isTrue("the popular one waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);

        relay.letAll();

        assertThat(Rig.text(popular.get(30, TimeUnit.SECONDS))).isEqualTo("backend");
        assertThat(relay.asked.lastIndexOf("774 mc.example.com"))
                .as("after the first answer and the one of the flood that was being asked")
                .isEqualTo(2);
        for (FutureTask<JsonObject> each : flood) {
            assertThat(Rig.text(each.get(30, TimeUnit.SECONDS))).isEqualTo("backend");
        }
    }

    @Test
    void pingsBeyondTheRoomAreAnsweredAtOnce() throws Exception {
        rig.answer(query);
        rig.pass(Rig.TTL);
        relay.hold();
        List<FutureTask<JsonObject>> waiting = start(ROOM, () -> rig.answer(query));
        Until.isTrue("the room is full", () -> rig.isThereNow(query));

        assertThat(Rig.text(rig.now(query))).isEqualTo("backend");
        assertThat(rig.text(query)).isEqualTo("backend");

        relay.letAll();
        for (FutureTask<JsonObject> each : waiting) {
            assertThat(Rig.text(each.get(30, TimeUnit.SECONDS))).isEqualTo("backend");
        }
        assertThat(relay.asked).hasSize(2);
    }

    @Test
    void pingWaitsNoLongerThanItsLimitAndIsNotAskedForAfterwards() throws Exception {
        relay.hold();
        try (Rig impatient = new Rig(relay, Duration.ofMillis(50))) {
            assertThat(impatient.text(query)).isEqualTo("Server unreachable");
            relay.awaitQuestions(1);
            assertThat(impatient.text(Fixtures.query(47, server))).isEqualTo("Server unreachable");
            relay.letAll();
            Until.isTrue("another one is asked", () -> {
                impatient.answer(Fixtures.query(5, server));
                return relay.asked.contains("5 mc.example.com");
            });

            assertThat(relay.asked).containsExactly("774 mc.example.com", "5 mc.example.com");
        }
    }

    @Test
    void defectWithinTheRelayIsAFailureOfTheServer() throws Exception {
        relay.behaviour = _ -> {
            throw new IllegalStateException("a defect");
        };
        assertThat(rig.text(query)).isEqualTo("Server unreachable");
        assertThat(rig.isThereNow(query)).isTrue();

        rig.pass(AnswerCache.FAILURE_TTL);
        relay.behaviour = FakeRelay::echo;
        assertThat(rig.text(query)).isEqualTo("backend");
    }

    private static List<FutureTask<JsonObject>> start(int count, Callable<JsonObject> ping) {
        List<FutureTask<JsonObject>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FutureTask<JsonObject> task = new FutureTask<>(ping);
            tasks.add(task);
            Thread.startVirtualThread(task);
        }
        return tasks;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
