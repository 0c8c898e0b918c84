// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.infrajar.internal.status.cache.AnswerCache;
import dev.infrajar.internal.status.cache.Lines;
import dev.infrajar.internal.status.cache.StatusCacheConfig;
import dev.infrajar.internal.status.icon.Icons;
import dev.infrajar.internal.status.motd.DefaultMotdConfig;
import dev.infrajar.internal.status.motd.DownState;
import dev.infrajar.internal.status.motd.Motds;
import dev.infrajar.internal.status.relay.Relay;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerState;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All that answers pings but for the component, with a clock that stands until it is moved. */
final class Rig implements AutoCloseable {
    static final Duration TTL = Duration.ofSeconds(5);

    /** Longer than any test: what comes before it must not depend on it. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    final AtomicReference<DefaultMotdConfig> defaults = new AtomicReference<>(DefaultMotdConfig.NONE);
    final AtomicReference<StatusCacheConfig> config = new AtomicReference<>(new StatusCacheConfig(TTL, 1000));
    final Map<String, ServerState> states = new ConcurrentHashMap<>();
    final AnswerCache cache;
    final StatusAnswers answers;
    volatile @Nullable EventDispatcher events;

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(2).toNanos());
    private final Icons icons = new Icons(nanos::get);

    Rig(Relay relay) {
        this(relay, PATIENCE);
    }

    Rig(Relay relay, Duration limit) {
        Motds motds = new Motds(defaults::get);
        cache = new AnswerCache(config::get, nanos::get);
        BackendAnswers backends = new BackendAnswers(relay, cache, motds, icons, nanos::get);
        Lines lines = new Lines(backends::ask, Thread::startVirtualThread, nanos::get);
        OwnAnswers own = new OwnAnswers(motds, icons, Fixtures.sessions());
        KnownServerAnswers known = new KnownServerAnswers(backends, lines, own, this::downState, limit);
        answers = new StatusAnswers(
                known, own, () -> Optional.ofNullable(events).filter(EventDispatcher::hasStatusListeners));
    }

    private Optional<DownState> downState(ServerDefinition server) {
        return Optional.ofNullable(states.get(server.id())).flatMap(DownState::of);
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    boolean isThereNow(StatusQuery query) {
        return answers.answerNow(query).isPresent();
    }

    JsonObject now(StatusQuery query) {
        return json(answers.answerNow(query).orElseThrow());
    }

    JsonObject answer(StatusQuery query) {
        return json(answers.answer(query));
    }

    String text(StatusQuery query) {
        return text(answer(query));
    }

    /** The letters of a description without style, or with one style. */
    static String text(JsonObject answer) {
        var description = answer.get("description");
        return description.isJsonObject()
                ? description.getAsJsonObject().get("text").getAsString()
                : description.getAsString();
    }

    static int protocol(JsonObject answer) {
        return answer.getAsJsonObject("version").get("protocol").getAsInt();
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static JsonObject json(StatusReply reply) {
        return json(((StatusReply.Json) reply).text());
    }

    @Override
    public void close() {
        icons.close();
    }
}
