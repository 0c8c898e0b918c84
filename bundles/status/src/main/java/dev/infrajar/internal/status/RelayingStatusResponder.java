// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.EventDispatcher;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.StatusQuery;
import dev.infrajar.net.core.StatusReply;
import dev.infrajar.net.core.StatusResponder;
import dev.infrajar.net.transport.Connector;
import dev.infrajar.net.transport.Transport;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Answers pings with what backends say and operators configured, after plugins have seen it. */
@Component
public final class RelayingStatusResponder implements StatusResponder {
    private final KnownServerAnswers known;
    private final UnknownServerAnswers unknown;

    /** Without it plugins are not asked. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile @Nullable EventDispatcher events;

    /** Relays on the loops of the transport. */
    @Activate
    public RelayingStatusResponder(
            @Reference Transport transport,
            @Reference Connector connector,
            @Reference Sessions sessions,
            @Reference(target = "(" + ConfigValue.SECTION + "=default-motd)") ConfigValue<DefaultMotdConfig> defaults) {
        this(new StatusRelay(connector, transport.eventLoops(), StatusRelay.LIMIT), sessions, defaults::get);
    }

    RelayingStatusResponder(StatusRelay relay, Sessions sessions, Supplier<DefaultMotdConfig> defaults) {
        this.known = new KnownServerAnswers(relay, sessions, defaults);
        this.unknown = new UnknownServerAnswers(sessions, defaults);
    }

    @Override
    public Optional<StatusReply> answerNow(StatusQuery query) {
        boolean mayWait = query.server().isPresent() || listeners().isPresent();
        return mayWait ? Optional.empty() : Optional.of(unknown.reply(query));
    }

    @Override
    public StatusReply answer(StatusQuery query) {
        StatusDocument answer =
                query.server().map(server -> known.answer(query, server)).orElseGet(() -> unknown.document(query));
        StatusDocument seen = listeners()
                .map(dispatcher -> ListenerPass.through(dispatcher, query, answer))
                .orElse(answer);
        return ClientVersion.isLegacy(query) ? seen.toLegacy() : StatusReply.Json.of(seen.toText());
    }

    private Optional<EventDispatcher> listeners() {
        return Optional.ofNullable(events).filter(EventDispatcher::hasStatusListeners);
    }
}
