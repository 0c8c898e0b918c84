// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.bans.store.Ban;
import dev.infrajar.internal.bans.store.BanIndex;
import dev.infrajar.internal.bans.store.BanStore;
import dev.infrajar.internal.bans.store.Changed;
import dev.infrajar.internal.bans.store.Refreshed;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.core.Sessions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bans and the players online: who is banned does not stay. Thread-safe; what changes something blocks on the disk. */
final class Bans {
    private static final Logger LOG = LoggerFactory.getLogger(Bans.class);

    private final BanStore store;
    private final Supplier<@Nullable Sessions> sessions;
    private final InstantSource clock;

    Bans(BanStore store, Supplier<@Nullable Sessions> sessions, InstantSource clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What a ban did.
     *
     * @param ban the ban
     * @param changed what it replaced, and whether it is saved
     * @param dropped how many players online were dropped
     */
    record Issued(Ban ban, Changed changed, int dropped) {}

    /** Bans, and drops who is online. */
    Issued ban(Target target, BanTerms terms, String source) {
        Instant now = clock.instant();
        Ban ban = new Ban(
                target,
                terms.reason(),
                Optional.of(now.truncatedTo(ChronoUnit.SECONDS)),
                terms.duration().map(duration -> ceilSecond(now.plus(duration))),
                source);
        Changed changed = store.ban(ban);
        return new Issued(ban, changed, dropBanned());
    }

    Changed lift(Target target, String source) {
        return store.lift(target, source);
    }

    /** The bans of this moment. */
    BanIndex index() {
        return store.index();
    }

    /** The bans in force, in the order of the file. */
    List<Ban> inForce() {
        Instant now = now();
        return index().all().values().stream().filter(ban -> ban.isInForce(now)).toList();
    }

    /** The bans in force that are about a target, those of wider blocks included. */
    List<Ban> about(Target target) {
        return inForce().stream().filter(ban -> ban.target().covers(target)).toList();
    }

    Instant now() {
        return clock.instant();
    }

    Path path() {
        return store.path();
    }

    /** Reads the file again. */
    Refreshed reload() {
        Refreshed refreshed = store.refresh();
        dropBanned();
        return refreshed;
    }

    /** Reads the file again if somebody else has written it. */
    void fileMayHaveChanged() {
        Refreshed refreshed = store.refreshIfChanged();
        if (refreshed.isDifferent()) {
            LOG.info("{} was changed: {}", path(), refreshed.lines().getFirst());
            dropBanned();
        }
    }

    /** Uses another file, and drops whom that bans; gives the reason if it cannot be used. */
    Optional<String> moveTo(Path file) {
        Optional<String> failure = store.moveTo(file);
        dropBanned();
        return failure;
    }

    /** The players whose login has begun; none while the sessions' bundle is away. */
    List<Player> online() {
        Sessions present = sessions.get();
        return present == null ? List.of() : present.players();
    }

    private int dropBanned() {
        Sessions present = sessions.get();
        if (present == null) {
            return 0;
        }
        BanIndex index = index();
        Instant now = now();
        int dropped = 0;
        for (Player player : present.players()) {
            // As the gate asks at the login: what the session has been given counts before what the client says.
            Optional<UUID> uuid = player.uuid().or(player::claimedUuid);
            dropped += index.find(player.remoteAddress().getAddress(), player.name(), uuid, now)
                            .filter(ban ->
                                    present.disconnect(player.sessionId(), KickText.of(ban, now), BanGate.reason(ban)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        return dropped;
    }

    /** The file has whole seconds; a ban must not end early for it. */
    private static Instant ceilSecond(Instant time) {
        Instant floor = time.truncatedTo(ChronoUnit.SECONDS);
        return floor.equals(time) ? time : floor.plus(Duration.ofSeconds(1));
    }
}
