// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.internal.status.cache.AnswerCache;
import dev.infrajar.internal.status.cache.Lines;
import dev.infrajar.internal.status.cache.StatusCacheConfig;
import dev.infrajar.internal.status.icon.Icons;
import dev.infrajar.internal.status.motd.DefaultMotdConfig;
import dev.infrajar.internal.status.motd.DownState;
import dev.infrajar.internal.status.motd.Motds;
import dev.infrajar.internal.status.relay.StatusRelay;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerStates;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.core.StatusResponder;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Transport;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Answers pings with what backends say and operators configured, after plugins have seen it. */
@Component
public final class RelayingStatusResponder implements StatusResponder {
    /** A little more than a ping waits. */
    private static final Duration LEAVE_LIMIT = StatusRelay.LIMIT.plusSeconds(1);

    private final Icons icons = new Icons(System::nanoTime);
    private final InFlight inFlight = new InFlight();
    private final StatusAnswers answers;
    private final Registration cacheChanges;

    /** Without it plugins are not asked. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable EventDispatcher events;

    /** Without it no server is down on purpose. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable ServerStates states;

    /** Relays on the loops of the transport. */
    @Activate
    public RelayingStatusResponder(
            @Reference Transport transport,
            @Reference Connector connector,
            @Reference Sessions sessions,
            @Reference(target = "(" + ConfigValue.SECTION + "=default-motd)") ConfigValue<DefaultMotdConfig> defaults,
            @Reference(target = "(" + ConfigValue.SECTION + "=status-cache)") ConfigValue<StatusCacheConfig> config) {
        StatusRelay relay = new StatusRelay(connector, transport.eventLoops(), StatusRelay.LIMIT);
        Motds motds = new Motds(defaults::get);
        AnswerCache cache = new AnswerCache(config::get, System::nanoTime);
        BackendAnswers backends = new BackendAnswers(relay, cache, motds, icons, System::nanoTime);
        Lines lines = new Lines(backends::ask, Thread.ofVirtual().name("status-line-", 0)::start, System::nanoTime);
        OwnAnswers own = new OwnAnswers(motds, icons, sessions);
        this.answers = new StatusAnswers(
                new KnownServerAnswers(backends, lines, own, this::downState, StatusRelay.LIMIT), own, this::listeners);
        this.cacheChanges = config.onChange(now -> {
            cache.resize(now.maxEntries());
            return Optional.empty();
        });
        // A reload between the cache's making and the line above was not told.
        cache.resize(config.get().maxEntries());
    }

    /**
     * Waits for the pings that are being answered, for as long as each may wait at most: about six seconds. What still asks
     * a backend then ends by itself.
     */
    @Deactivate
    public void deactivate() throws InterruptedException {
        cacheChanges.close();
        inFlight.awaitIdle(LEAVE_LIMIT);
        icons.close();
    }

    @Override
    public Optional<StatusReply> answerNow(StatusQuery query) {
        return answers.answerNow(query);
    }

    @Override
    public StatusReply answer(StatusQuery query) {
        return inFlight.during(() -> answers.answer(query));
    }

    private Optional<EventDispatcher> listeners() {
        return Optional.ofNullable(events).filter(EventDispatcher::hasStatusListeners);
    }

    private Optional<DownState> downState(ServerDefinition server) {
        ServerStates managers = states;
        return managers == null ? Optional.empty() : managers.stateOf(server).flatMap(DownState::of);
    }
}
