// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import static dev.infrajar.internal.status.Fixtures.DEAD_PORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.internal.status.cache.AnswerCache;
import dev.infrajar.internal.status.cache.StatusCacheConfig;
import dev.infrajar.internal.status.document.StatusDocument;
import dev.infrajar.internal.status.motd.MotdConfig;
import dev.infrajar.internal.status.relay.Relayed;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept, for how long, and for whom. */
@Timeout(60)
final class StatusCacheTest {
    private static final int OLD = 47;
    private static final int NEW = 774;
    private static final Relayed SILENT = new Relayed.Unreachable("no answer", false);
    private static final Relayed NONSENSE = new Relayed.Unusable("not valid JSON");

    private final FakeRelay relay = new FakeRelay();
    private final Rig rig = new Rig(relay);
    private final ServerDefinition server = Fixtures.server(DEAD_PORT);
    private final StatusQuery query = Fixtures.query(OLD, server);

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void firstPingWaitsAndTheNextOnesDoNot() {
        assertThat(rig.isThereNow(query)).isFalse();
        assertThat(rig.text(query)).isEqualTo("backend");

        assertThat(Rig.text(rig.now(query))).isEqualTo("backend");
        assertThat(relay.asked).hasSize(1);
    }

    @Test
    void freshAnswerIsTheSameBytes() {
        rig.answer(query);

        byte[] first = ((StatusReply.Json) rig.answers.answerNow(query).orElseThrow()).utf8();
        byte[] second = ((StatusReply.Json) rig.answers.answerNow(query).orElseThrow()).utf8();

        assertThat(first).isSameAs(second);
    }

    @Test
    void answerIsShownUntilItsTimeIsOver() {
        rig.answer(query);

        rig.pass(Rig.TTL.minusNanos(1));
        assertThat(rig.isThereNow(query)).isTrue();
        rig.pass(Duration.ofNanos(1));
        assertThat(rig.isThereNow(query)).isFalse();

        rig.answer(query);
        assertThat(relay.asked).hasSize(2);
    }

    @Test
    void changedTtlTakesEffectAtOnce() {
        rig.answer(query);
        rig.pass(Duration.ofSeconds(4));

        rig.config.set(new StatusCacheConfig(Duration.ofSeconds(3), 1000));
        assertThat(rig.isThereNow(query)).isFalse();

        rig.config.set(new StatusCacheConfig(Duration.ofSeconds(10), 1000));
        assertThat(rig.isThereNow(query)).isTrue();
    }

    @Test
    void ttlOfZeroAsksForEachPing() {
        rig.config.set(new StatusCacheConfig(Duration.ZERO, 1000));

        rig.answer(query);
        rig.answer(query);

        assertThat(relay.asked).hasSize(2);
    }

    @Test
    void keepsNoMoreThanMaxEntries() {
        rig.cache.resize(10);
        for (int protocol = 1; protocol <= 100; protocol++) {
            rig.answer(Fixtures.query(protocol, server));
        }

        assertThat(countThere(1, 100)).isLessThanOrEqualTo(10);
    }

    @Test
    void maxEntriesOfZeroKeepsNothing() {
        rig.cache.resize(0);

        assertThat(rig.text(query)).isEqualTo("backend");
        assertThat(rig.isThereNow(query)).isFalse();
    }

    @Test
    void eachProtocolGetsItsOwnNumber() {
        StatusQuery newer = Fixtures.query(NEW, server);

        assertThat(Rig.protocol(rig.answer(query))).isEqualTo(OLD);
        assertThat(Rig.protocol(rig.answer(newer))).isEqualTo(NEW);
        assertThat(Rig.protocol(rig.now(query))).isEqualTo(OLD);
        assertThat(Rig.protocol(rig.now(newer))).isEqualTo(NEW);
        assertThat(relay.asked).containsExactly("47 mc.example.com", "774 mc.example.com");
    }

    @Test
    void legacyPingIsAnsweredFromTheCacheToo() {
        StatusQuery legacy = Fixtures.legacy(Fixtures.query(OLD, server));
        relay.behaviour = _ -> FakeRelay.answer(NEW, "§abackend");
        rig.answers.answer(legacy);

        assertThat(rig.answers.answerNow(legacy)).contains(new StatusReply.Legacy(NEW, "Paper", "§abackend", 5, 20));
        assertThat(relay.asked).hasSize(1);
    }

    @Test
    void hostsThatTheBackendSeesHaveTheirOwnAnswers() {
        relay.behaviour = asked -> FakeRelay.answer(OLD, asked.virtualHost());

        assertThat(rig.text(Fixtures.queryFor("one.test", OLD, server))).isEqualTo("one.test");
        assertThat(rig.text(Fixtures.queryFor("two.test", OLD, server))).isEqualTo("two.test");
        assertThat(relay.asked).hasSize(2);
    }

    @Test
    void hostsThatTheBackendDoesNotSeeShareOne() {
        ServerDefinition rewritten = Fixtures.server(DEAD_PORT, new DomainRewrite.Explicit("inner"), MotdConfig.NONE);

        rig.answer(Fixtures.queryFor("one.test", OLD, rewritten));

        assertThat(rig.isThereNow(Fixtures.queryFor("two.test", OLD, rewritten)))
                .isTrue();
    }

    @Test
    void changedDefinitionForgetsWhatTheOldOneSaid() {
        rig.answer(query);
        ServerDefinition changed = Fixtures.server(DEAD_PORT, Fixtures.motd(Map.of("online", "new words")));

        assertThat(rig.isThereNow(Fixtures.query(OLD, changed))).isFalse();
        assertThat(rig.text(Fixtures.query(OLD, changed))).isEqualTo("new words");
    }

    @Test
    void changedDefinitionForgetsTheOldOutage() {
        relay.behaviour = _ -> SILENT;
        rig.answer(query);
        ServerDefinition changed = Fixtures.server(2);

        assertThat(rig.isThereNow(query)).isTrue();
        assertThat(rig.isThereNow(Fixtures.query(OLD, changed))).isFalse();
    }

    @Test
    void definitionThatIsReadAgainWithoutAChangeKeepsItsAnswer() {
        rig.answer(query);

        assertThat(rig.isThereNow(Fixtures.query(OLD, Fixtures.server(DEAD_PORT))))
                .isTrue();
    }

    @Test
    void lastAnswerIsShownWhenTheBackendFailsHoweverOldItIs() {
        rig.answer(query);
        rig.pass(Duration.ofDays(30));
        relay.behaviour = _ -> SILENT;

        assertThat(rig.text(query)).isEqualTo("backend");
        assertThat(Rig.text(rig.now(query))).isEqualTo("backend");
    }

    @Test
    void failureIsTheAnswerOfAMoment() {
        relay.behaviour = _ -> SILENT;
        assertThat(rig.text(query)).isEqualTo("Server unreachable");

        assertThat(Rig.text(rig.now(query))).isEqualTo("Server unreachable");
        assertThat(Rig.protocol(rig.now(Fixtures.query(NEW, server)))).isEqualTo(NEW);
        assertThat(relay.asked).hasSize(1);

        rig.pass(AnswerCache.FAILURE_TTL);
        relay.behaviour = FakeRelay::echo;
        assertThat(rig.isThereNow(query)).isFalse();
        assertThat(rig.text(query)).isEqualTo("backend");
        assertThat(Rig.text(rig.now(query))).isEqualTo("backend");
    }

    @Test
    void unusableAnswerIsAFailureOfItsKeyAlone() {
        relay.behaviour = asked -> asked.protocol() == OLD ? NONSENSE : FakeRelay.echo(asked);

        assertThat(rig.text(query)).isEqualTo("Server unreachable");
        assertThat(rig.isThereNow(query)).isTrue();
        assertThat(rig.text(Fixtures.query(NEW, server))).isEqualTo("backend");
        assertThat(relay.asked).hasSize(2);

        rig.pass(AnswerCache.FAILURE_TTL);
        assertThat(rig.isThereNow(query)).isFalse();
    }

    @Test
    void unusableAnswerLeavesTheLastGoodOneInPlace() {
        rig.answer(query);
        rig.pass(Rig.TTL);
        relay.behaviour = _ -> NONSENSE;

        assertThat(rig.text(query)).isEqualTo("backend");
        assertThat(Rig.text(rig.now(query))).isEqualTo("backend");
    }

    @Test
    void floodOfInventedProtocolsDoesNotPushOutWhatIsAskedFor() {
        rig.config.set(new StatusCacheConfig(Duration.ofDays(1), 1000));
        rig.cache.resize(100);
        for (int round = 0; round < 5; round++) {
            askFor(1, 20);
        }
        for (int invented = 0; invented < 5000; invented++) {
            rig.answer(Fixtures.query(100_000 + invented, server));
            if (invented % 50 == 0) {
                askFor(1, 20);
            }
        }

        // A sketch of four bits for each key may take one for another now and then.
        assertThat(countThere(1, 20)).isGreaterThanOrEqualTo(18);
    }

    @Test
    void pluginsSeeTheCachedAnswerAndChangeItForOnePingAlone() {
        rig.answer(query);
        FakeDispatcher events = FakeDispatcher.with(answer -> answer.withPlayers(1, 2));
        rig.events = events;

        assertThat(rig.isThereNow(query)).isFalse();
        assertThat(rig.answer(query).get("players")).isEqualTo(Rig.json("{\"max\":2,\"online\":1}"));
        rig.events = null;
        assertThat(rig.now(query).get("players")).isEqualTo(Rig.json("{\"max\":20,\"online\":5}"));
        assertThat(relay.asked).hasSize(1);
    }

    @Test
    void pluginsSeeTheSampleOfTheBackendAndAnUntouchedTextKeepsAllItsParts() {
        String rich = "{\"version\":{\"name\":\"Paper\",\"protocol\":47},\"players\":{\"max\":20,\"online\":1,"
                + "\"sample\":[{\"name\":\"Steve\",\"id\":\"00000000-0000-0000-0000-000000000001\"}]},"
                + "\"description\":{\"translate\":\"motd.key\",\"font\":\"a:b\",\"hover_event\":{\"action\":\"show_text\","
                + "\"value\":\"h\"}},\"forgeData\":{\"channels\":[]}}";
        relay.behaviour = _ -> new Relayed.Answer(new StatusDocument(Rig.json(rich)));
        FakeDispatcher events = FakeDispatcher.with(answer -> answer.withPlayers(1, 21));
        rig.events = events;

        assertThat(rig.answer(query)).isEqualTo(Rig.json(rich.replace("\"max\":20", "\"max\":21")));
        assertThat(events.seen.getFirst().answer().sample())
                .containsExactly(new StatusAnswer.SamplePlayer("Steve", new UUID(0, 1)));
    }

    private void askFor(int firstProtocol, int lastProtocol) {
        for (int protocol = firstProtocol; protocol <= lastProtocol; protocol++) {
            rig.answer(Fixtures.query(protocol, server));
        }
    }

    private int countThere(int firstProtocol, int lastProtocol) {
        int there = 0;
        for (int protocol = firstProtocol; protocol <= lastProtocol; protocol++) {
            there += rig.isThereNow(Fixtures.query(protocol, server)) ? 1 : 0;
        }
        return there;
    }
}
