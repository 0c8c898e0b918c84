// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.infrajar.internal.status.document.Answer;
import dev.infrajar.internal.status.icon.Icons;
import dev.infrajar.internal.status.motd.DownState;
import dev.infrajar.internal.status.motd.MotdEntry;
import dev.infrajar.internal.status.motd.Motds;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.StatusQuery;
import java.util.Optional;

/** The answers that need no backend. Thread-safe; never blocks, callable from event loops. */
final class OwnAnswers {
    /** Entries; more than most configurations have, so that those of old ones are forgotten. */
    private static final int MAX_PREBUILT = 1000;

    private final Motds motds;
    private final Icons icons;
    private final Sessions sessions;
    private final Cache<Looks, PrebuiltAnswer> prebuilt = Caffeine.newBuilder()
            .maximumSize(MAX_PREBUILT)
            .executor(Runnable::run)
            .build();

    OwnAnswers(Motds motds, Icons icons, Sessions sessions) {
        this.motds = motds;
        this.icons = icons;
        this.sessions = sessions;
    }

    /** All that is the same for all clients. */
    private record Looks(MotdEntry entry, Optional<String> icon) {}

    /** For hosts that lead to no server. */
    Answer ofProxy(StatusQuery query) {
        MotdEntry entry = motds.ofProxy();
        int protocol = ClientVersion.protocolFor(query);
        return answer(
                entry,
                new PrebuiltAnswer.Numbers(
                        protocol, protocol, sessions.count(), entry.maxPlayers().orElse(0)));
    }

    /** For a server that cannot speak for itself. With a version name the protocol matches no client, so that it is seen. */
    Answer of(ServerDefinition server, DownState state, StatusQuery query) {
        MotdEntry entry = motds.of(server, state);
        int protocol = ClientVersion.protocolFor(query);
        return answer(
                entry,
                new PrebuiltAnswer.Numbers(
                        entry.versionName().isPresent() ? ClientVersion.MISMATCH : protocol,
                        protocol,
                        sessions.countOn(server.id()),
                        entry.maxPlayers().orElse(server.maxPlayers())));
    }

    private Answer answer(MotdEntry entry, PrebuiltAnswer.Numbers numbers) {
        Looks looks = new Looks(entry, icons.of(entry));
        PrebuiltAnswer all = prebuilt.get(looks, wanted -> new PrebuiltAnswer(wanted.entry(), wanted.icon()));
        return new SyntheticAnswer(all, numbers);
    }
}
