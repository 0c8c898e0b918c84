// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.StatusQuery;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers for hosts that lead to a server: what the backend says, or that it does not answer.
 *
 * @param relay asks backends
 * @param sessions counts players where no backend does
 * @param defaults the texts for servers without their own
 */
record KnownServerAnswers(StatusRelay relay, Sessions sessions, Supplier<DefaultMotdConfig> defaults) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownServerAnswers.class);

    private static final MotdEntry UNREACHABLE = MotdEntry.of("§cServer unreachable");

    /** Blocks as long as the relay does. An interrupt makes the answer that of an unreachable server, and stays set. */
    StatusDocument answer(StatusQuery query, ServerDefinition server) {
        MotdConfig motd = server.part(MotdConfig.class).orElse(MotdConfig.NONE);
        int protocol = ClientVersion.protocolFor(query);
        return switch (ask(query, server, motd, protocol)) {
            case Relayed.Answer(StatusDocument document) -> document;
            case Relayed.Failed(String reason) -> {
                LOG.debug("No status from {}: {}", server.id(), reason);
                yield unreachable(server, motd, protocol);
            }
        };
    }

    private Relayed ask(StatusQuery query, ServerDefinition server, MotdConfig motd, int protocol) {
        try {
            return switch (relay.ask(server, query, protocol)) {
                case Relayed.Answer(StatusDocument document) -> fitting(overlaid(document, motd, protocol));
                case Relayed.Failed failed -> failed;
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Relayed.Failed("interrupted");
        }
    }

    private static StatusDocument overlaid(StatusDocument document, MotdConfig motd, int protocol) {
        return motd.online()
                .map(entry -> document.overlaidWith(entry, protocol))
                .orElse(document);
    }

    /** Escapes and texts of ours can make an answer longer than the backend sent it. */
    private static Relayed fitting(StatusDocument document) {
        return document.fitsPacket() ? new Relayed.Answer(document) : new Relayed.Failed("the answer is too long");
    }

    /** With a version name the protocol matches no client, so that the name is seen; else the count is. */
    private StatusDocument unreachable(ServerDefinition server, MotdConfig motd, int protocol) {
        MotdEntry entry =
                motd.unreachable().or(() -> defaults.get().unreachable()).orElse(UNREACHABLE);
        return StatusDocument.of(
                entry.versionName().orElse(ClientVersion.PROXY_NAME),
                entry.versionName().isPresent() ? ClientVersion.MISMATCH : protocol,
                sessions.countOn(server.id()),
                entry.maxPlayers().orElse(server.maxPlayers()),
                Descriptions.toJson(Descriptions.ofSections(entry.text()), protocol));
    }
}
