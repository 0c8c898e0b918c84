// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static dev.infrajar.internal.status.Fixtures.DEAD_PORT;
import static dev.infrajar.internal.status.Fixtures.SERVER_MAX_PLAYERS;
import static dev.infrajar.internal.status.Fixtures.SESSIONS_ON_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.infrajar.internal.status.motd.MotdConfig;
import dev.infrajar.internal.status.relay.Relayed;
import dev.infrajar.net.core.ServerState;
import dev.infrajar.net.core.StatusQuery;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What servers show that cannot speak for themselves. */
@Timeout(60)
final class MotdStatesTest {
    private static final int PROTOCOL = 774;
    private static final Relayed REFUSED = new Relayed.Unreachable("refused", true);
    private static final Relayed SILENT = new Relayed.Unreachable("no answer", false);

    private final FakeRelay relay = new FakeRelay();
    private final Rig rig = new Rig(relay);

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "SLEEPING, Asleep. ",
        "STARTING, 'Starting up, please wait a moment.'",
        "CRASHED, The server has stopped working.",
        "STOPPING, Shutting down."
    })
    void managedServerThatIsDownIsShownAtOnceWithoutAskingIt(ServerState state, String text) {
        rig.states.put("survival", state);

        JsonObject answer = rig.now(query(MotdConfig.NONE));

        assertThat(answer.get("description").toString()).contains(text.strip());
        assertThat(answer.get("version")).isEqualTo(Rig.json("{\"name\":\"Infrajar\",\"protocol\":774}"));
        assertThat(answer.get("players"))
                .isEqualTo(Rig.json("{\"max\":" + SERVER_MAX_PLAYERS + ",\"online\":" + SESSIONS_ON_SERVER + "}"));
        assertThat(relay.asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEPING", "STARTING", "CRASHED", "STOPPING"})
    void ownTextOfAStateComesBeforeTheDefaultOne(ServerState state) {
        rig.states.put("survival", state);
        String key = state.name().toLowerCase(Locale.ROOT);
        rig.defaults.set(Fixtures.defaults(Map.of(key, "default " + key)));

        assertThat(Rig.text(rig.now(query(MotdConfig.NONE)))).isEqualTo("default " + key);
        assertThat(Rig.text(rig.now(query(Fixtures.motd(Map.of(key, "own " + key))))))
                .isEqualTo("own " + key);
    }

    @ParameterizedTest
    @EnumSource(names = {"ONLINE", "UNKNOWN"})
    void managedServerThatRunsIsAsked(ServerState state) {
        rig.states.put("survival", state);

        assertThat(rig.text(query(MotdConfig.NONE))).isEqualTo("backend");
        assertThat(relay.asked).hasSize(1);
    }

    @Test
    void serverThatFallsAsleepIsShownSoThoughItsAnswerIsFresh() {
        rig.answer(query(MotdConfig.NONE));
        rig.states.put("survival", ServerState.SLEEPING);

        assertThat(rig.now(query(Fixtures.motd(Map.of("sleeping", "zzz"))))
                        .get("description")
                        .getAsString())
                .isEqualTo("zzz");
    }

    @Test
    void versionNameOfADownStateIsSeenInPlaceOfTheCount() {
        rig.states.put("survival", ServerState.STARTING);
        MotdConfig motd = Fixtures.motdOf(Map.of("starting", Fixtures.entry("soon", "Starting", 3)));

        JsonObject answer = rig.now(query(motd));

        assertThat(answer.get("version")).isEqualTo(Rig.json("{\"name\":\"Starting\",\"protocol\":-1}"));
        assertThat(answer.getAsJsonObject("players").get("max").getAsInt()).isEqualTo(3);
    }

    @Test
    void unreachableServerShowsItsOwnTextThenTheDefaultOneThenABuiltInOne() {
        relay.behaviour = _ -> SILENT;

        assertThat(rig.text(query(MotdConfig.NONE))).isEqualTo("Server unreachable");
        rig.defaults.set(Fixtures.defaults(Map.of("unreachable", "default", "offline", "never")));
        assertThat(rig.text(query(MotdConfig.NONE))).isEqualTo("default");
        assertThat(rig.text(query(Fixtures.motd(Map.of("unreachable", "own", "offline", "never")))))
                .isEqualTo("own");
    }

    @Test
    void refusedConnectionsAreShownAsOfflineAndElseAsUnreachable() {
        relay.behaviour = _ -> REFUSED;

        assertThat(rig.text(query(MotdConfig.NONE))).isEqualTo("Server unreachable");
        rig.defaults.set(Fixtures.defaults(Map.of("unreachable", "default unreachable")));
        assertThat(rig.text(query(MotdConfig.NONE))).isEqualTo("default unreachable");
        rig.defaults.set(Fixtures.defaults(Map.of("offline", "default offline", "unreachable", "never")));
        assertThat(rig.text(query(MotdConfig.NONE))).isEqualTo("default offline");
        assertThat(rig.text(query(Fixtures.motd(Map.of("unreachable", "own unreachable")))))
                .isEqualTo("own unreachable");
        assertThat(rig.text(query(Fixtures.motd(Map.of("unreachable", "never", "offline", "own offline")))))
                .isEqualTo("own offline");
    }

    @Test
    void textForOfflineComesBeforeTheLastAnswerAndTheOneForUnreachableAfterIt() {
        StatusQuery withText = query(Fixtures.motd(Map.of("offline", "off", "unreachable", "away")));
        StatusQuery without = query(Fixtures.motd(Map.of("unreachable", "away")));
        rig.answer(withText);
        rig.pass(Rig.TTL);
        relay.behaviour = _ -> REFUSED;
        assertThat(rig.text(withText)).isEqualTo("off");
        assertThat(Rig.text(rig.now(withText))).isEqualTo("off");

        relay.behaviour = FakeRelay::echo;
        rig.answer(without);
        rig.pass(Rig.TTL);
        relay.behaviour = _ -> REFUSED;
        assertThat(rig.text(without)).isEqualTo("backend");
    }

    @Test
    void changedDefaultsAreShownAtOnce() {
        rig.states.put("survival", ServerState.SLEEPING);
        StatusQuery query = query(MotdConfig.NONE);
        rig.defaults.set(Fixtures.defaults(Map.of("sleeping", "one")));
        assertThat(Rig.text(rig.now(query))).isEqualTo("one");

        rig.defaults.set(Fixtures.defaults(Map.of("sleeping", "two")));
        assertThat(Rig.text(rig.now(query))).isEqualTo("two");
    }

    private static StatusQuery query(MotdConfig motd) {
        return Fixtures.query(PROTOCOL, Fixtures.server(DEAD_PORT, motd));
    }
}
