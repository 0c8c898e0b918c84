// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All bans of one moment, found by address, name and UUID. Immutable; look-ups take no lock and allocate next to nothing.
 * Bans that have expired are in it until they are purged, and are never found.
 */
public final class BanIndex {
    /** Nobody is banned. */
    public static final BanIndex EMPTY = new BanIndex(Map.of());

    private final Map<Target, Ban> all;
    private final AddressIndex addresses;
    private final Map<String, Ban> names = new HashMap<>();
    private final Map<UUID, Ban> uuids = new HashMap<>();

    private BanIndex(Map<Target, Ban> all) {
        this.all = all;
        this.addresses = new AddressIndex(all.values());
        for (Ban ban : all.values()) {
            switch (ban.target()) {
                case Target.Name name -> names.put(name.key(), ban);
                case Target.Id(UUID uuid) -> uuids.put(uuid, ban);
                case Target.Address _ -> {}
            }
        }
    }

    /** An index. Of two bans of one target the one that lasts longer counts. */
    static BanIndex of(Collection<Ban> bans) {
        Map<Target, Ban> all = new LinkedHashMap<>();
        bans.forEach(ban -> all.merge(ban.target(), ban, (one, other) -> other.outlasts(one) ? other : one));
        return new BanIndex(Collections.unmodifiableMap(all));
    }

    /**
     * All bans by what they are about, expired ones included.
     *
     * @return unmodifiable, in the order of the file
     */
    public Map<Target, Ban> all() {
        return all;
    }

    /**
     * A ban of an address.
     *
     * @param address any; an IPv4 address may be written as IPv6
     * @param now the time
     * @return one in force, or empty
     */
    public Optional<Ban> find(InetAddress address, Instant now) {
        return Optional.ofNullable(addresses.find(address, now));
    }

    /**
     * A ban of a name.
     *
     * @param name in any case
     * @param now the time
     * @return one in force, or empty
     */
    public Optional<Ban> find(String name, Instant now) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(names.get(Target.Name.keyOf(name))).filter(ban -> ban.isInForce(now));
    }

    /**
     * A ban of a UUID.
     *
     * @param uuid any
     * @param now the time
     * @return one in force, or empty
     */
    public Optional<Ban> find(UUID uuid, Instant now) {
        return Optional.ofNullable(uuids.get(uuid)).filter(ban -> ban.isInForce(now));
    }

    /**
     * A ban of a player, whatever it is about.
     *
     * @param address where the player is
     * @param name in any case
     * @param uuid if it is known
     * @param now the time
     * @return one in force, or empty
     */
    public Optional<Ban> find(InetAddress address, String name, Optional<UUID> uuid, Instant now) {
        return find(address, now).or(() -> find(name, now)).or(() -> uuid.flatMap(known -> find(known, now)));
    }
}
