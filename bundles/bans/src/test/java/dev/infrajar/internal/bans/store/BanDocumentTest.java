// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import static dev.infrajar.internal.bans.store.ManualClock.START;
import static dev.infrajar.internal.bans.store.SampleBans.during;
import static dev.infrajar.internal.bans.store.SampleBans.permanent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BanDocumentTest {
    private static final Target STEVE = Target.name("Steve");

    private static BanDocument empty() {
        return BanDocument.of(List.of());
    }

    private static JsonObject json(BanDocument document) {
        return JsonParser.parseString(document.toJson()).getAsJsonObject();
    }

    private static Target targetOf(String target) throws IOException {
        BanDocument document = BanDocument.parse("{\"bans\": [{\"target\": " + target + "}]}");
        assertThat(document.problems()).isEmpty();
        return document.bans().getFirst().target();
    }

    private static AuditEntry audit(int number) {
        return new AuditEntry(AuditEntry.Action.BAN, STEVE, Optional.empty(), "console", START.plusSeconds(number));
    }

    @Test
    void writesTheMembersOfTheReference() {
        BanDocument document = empty();
        document.put(during(STEVE, Duration.ofHours(1)));
        document.put(permanent(Target.address("1.2.3.4")));
        document.add(new AuditEntry(AuditEntry.Action.UNBAN, STEVE, Optional.of("sorry"), "console", START));

        assertThat(json(document)).isEqualTo(JsonParser.parseString("""
                {
                  "bans": [
                    {
                      "target": {"type": "username", "value": "Steve"}, "reason": "griefing",
                      "expires_at": 1795352400, "created_at": 1795348800, "source": "console"
                    },
                    {
                      "target": {"type": "ip", "value": "1.2.3.4"}, "reason": null,
                      "expires_at": null, "created_at": 1795348800, "source": "console"
                    }
                  ],
                  "audit_log": [
                    {
                      "action": "unban", "target": {"type": "username", "value": "Steve"}, "reason": "sorry",
                      "source": "console", "timestamp": 1795348800
                    }
                  ]
                }"""));
    }

    @Test
    void readsWhatItHasWritten() throws IOException {
        List<Ban> bans = List.of(
                during(STEVE, Duration.ofDays(7)),
                permanent(Target.player("550e8400-e29b-41d4-a716-446655440000")),
                permanent(Target.address("2001:db8::/32")),
                new Ban(
                        Target.name("<\"&\\§é"),
                        Optional.of("line\nbreak \u0007"),
                        Optional.empty(),
                        Optional.of(Instant.EPOCH),
                        "plugin x"));

        BanDocument again = BanDocument.parse(BanDocument.of(bans).toJson());

        assertThat(again.bans()).isEqualTo(bans);
        assertThat(again.toJson()).isEqualTo(BanDocument.of(bans).toJson());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"username\", \"value\": \"Steve\"} | Steve",
                "{\"type\": \"Username\", \"value\": \"Steve\"} | Steve",
                "{\"value\": \"Steve\", \"type\": \"username\"} | Steve",
                "{\"username\": \"Steve\"} | Steve",
                "{\"Username\": \"Steve\"} | Steve",
                "{\"type\": \"ip\", \"value\": \"1.2.3.4\"} | 1.2.3.4",
                "{\"type\": \"ip\", \"value\": \"10.0.0.0/8\"} | 10.0.0.0/8",
                "{\"type\": \"ip\", \"value\": \"::ffff:1.2.3.4\"} | 1.2.3.4",
                "{\"type\": \"ip_range\", \"value\": \"10.0.0.0/8\"} | 10.0.0.0/8",
                "{\"ip\": \"1.2.3.4\"} | 1.2.3.4",
                "{\"Ip\": \"2001:db8::1\"} | 2001:db8::1",
                "{\"IpRange\": \"2001:db8::/32\"} | 2001:db8::/32",
                "{\"Uuid\": \"550e8400e29b41d4a716446655440000\"} | 550e8400-e29b-41d4-a716-446655440000",
            })
    void readsAllFormsOfTargets(String json, String expected) throws IOException {
        assertThat(targetOf(json).toString()).isEqualTo(expected);
    }

    @Test
    void writesABlockAsARange() {
        BanDocument document = BanDocument.of(List.of(permanent(Target.address("10.0.0.0/8"))));

        assertThat(document.toJson()).contains("\"type\": \"ip_range\"").contains("\"value\": \"10.0.0.0/8\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"console\" | console",
                "{\"type\": \"console\"} | console",
                "{\"type\": \"plugin\", \"value\": \"watchdog\"} | plugin watchdog",
                "null | unknown",
                "5 | unknown",
            })
    void readsAllFormsOfSources(String source, String expected) throws IOException {
        BanDocument document =
                BanDocument.parse("{\"bans\": [{\"target\": {\"username\": \"Steve\"}, \"source\": " + source + "}]}");

        assertThat(document.bans()).extracting(Ban::source).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"bans\": []}", "{\"bans\": null, \"audit_log\": null}", "\uFEFF{}"})
    void readsAFileWithoutBans(String json) throws IOException {
        assertThat(BanDocument.parse(json).bans()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "5",
                "null",
                "{\"bans\": {}}",
                "{\"audit_log\": \"x\"}",
                "{\"bans\": []} x",
                "{\"bans\": [}",
                "{'bans': []}",
                "{\"bans\": [] // no comments\n}"
            })
    void refusesWhatIsNoBanFile(String json) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> BanDocument.parse(json));
    }

    @Test
    void refusesEveryPrefixOfAFile() {
        String whole = BanDocument.of(
                        List.of(during(STEVE, Duration.ofHours(1)), permanent(Target.address("10.0.0.0/8"))))
                .toJson()
                .strip();

        for (int length = 0; length < whole.length(); length++) {
            String prefix = whole.substring(0, length);
            assertThatExceptionOfType(IOException.class)
                    .as("the first %d characters", length)
                    .isThrownBy(() -> BanDocument.parse(prefix));
        }
    }

    @Test
    void keepsMembersItDoesNotKnow() throws IOException {
        String text = """
                {
                  "next_id": 13,
                  "bans": [
                    {"id": "12", "target": {"type": "username", "value": "Alex", "skin": 1}, "source": {"type": "web_api"}},
                    "no ban at all",
                    {"target": {"type": "planet", "value": "Mars"}}
                  ],
                  "audit_log": [{"action": "dance"}],
                  "more": {"deep": [1, 2.50]}
                }""";
        JsonObject before = JsonParser.parseString(text).getAsJsonObject();
        BanDocument document = BanDocument.parse(text);

        document.put(permanent(STEVE));
        document.add(audit(1));

        JsonObject after = json(document);
        assertThat(after.get("next_id")).isEqualTo(before.get("next_id"));
        assertThat(after.get("more").toString()).isEqualTo("{\"deep\":[1,2.50]}");
        assertThat(after.getAsJsonArray("bans").asList().subList(0, 3))
                .isEqualTo(before.getAsJsonArray("bans").asList());
        assertThat(after.getAsJsonArray("bans")).hasSize(4);
        assertThat(after.getAsJsonArray("audit_log").get(0))
                .isEqualTo(before.getAsJsonArray("audit_log").get(0));
    }

    @Test
    void saysWhichEntriesAreNotInForce() throws IOException {
        BanDocument document = BanDocument.parse("""
                {"bans": [
                  {"target": {"type": "ip", "value": "1.2.3"}},
                  {"target": {"type": "username", "value": "Steve"}},
                  {"target": {"type": "username", "value": "Alex"}, "expires_at": "tomorrow"},
                  {"target": {"type": "username", "value": "Alex"}, "expires_at": 1e300},
                  {"target": {"type": "uuid", "value": "1-1-1-1-1"}},
                  {"target": {}},
                  {"target": {"type": "ip"}},
                  7
                ]}""");

        assertThat(document.bans()).extracting(Ban::target).containsExactly(STEVE);
        assertThat(document.problems())
                .containsExactly(
                        "bans[1] is not in force: \"1.2.3\" is not an IP address",
                        "bans[3] is not in force: its \"expires_at\" is not a number of seconds",
                        "bans[4] is not in force: its \"expires_at\" is not a point in time in whole seconds",
                        "bans[5] is not in force: \"1-1-1-1-1\" is not a UUID",
                        "bans[6] is not in force: its target is empty",
                        "bans[7] is not in force: the \"value\" of its target is missing",
                        "bans[8] is not in force: it is not an object");
    }

    @Test
    void boundsTheAuditLog() throws IOException {
        BanDocument document = empty();
        for (int i = 0; i < BanDocument.MAX_AUDIT_ENTRIES + 5; i++) {
            document.add(audit(i));
        }

        List<JsonElement> log = json(document).getAsJsonArray("audit_log").asList();
        assertThat(log).hasSize(10_000);
        assertThat(log.getFirst().getAsJsonObject().get("timestamp").getAsLong())
                .isEqualTo(START.getEpochSecond() + 5);
        assertThat(log.getLast().getAsJsonObject().get("timestamp").getAsLong())
                .isEqualTo(START.getEpochSecond() + 10_004);
    }

    @Test
    void putsABanInThePlaceOfAllOfItsTarget() throws IOException {
        BanDocument document = BanDocument.parse("""
                {"bans": [{"target": {"username": "STEVE"}}, {"target": {"username": "Alex"}}, {"target": {"username": "steve"}}]}""");

        document.put(during(STEVE, Duration.ofHours(1)));

        assertThat(document.bans()).extracting(ban -> ban.target().toString()).containsExactly("Alex", "Steve");
    }

    @Test
    void removesExpiredBansAlone() {
        BanDocument document =
                BanDocument.of(List.of(during(STEVE, Duration.ofHours(1)), permanent(Target.name("Alex"))));

        assertThat(document.removeExpired(START.plusSeconds(3599))).isEmpty();
        assertThat(document.removeExpired(START.plusSeconds(3600)))
                .extracting(Ban::target)
                .containsExactly(STEVE);
        assertThat(document.bans()).extracting(Ban::target).containsExactly(Target.name("Alex"));
    }
}
