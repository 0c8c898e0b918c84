// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.api.player.Player;
import dev.infrajar.internal.bans.store.Target;
import dev.infrajar.net.transport.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The words of the commands: what they mean, and what they could be. */
final class Words {
    /** Examples of lengths, for completion. */
    static final List<String> LENGTHS = List.of("permanent", "1h", "1d", "7d", "30d");

    private Words() {}

    /** The arguments, if there is exactly one. */
    static List<String> only(List<String> arguments) {
        if (arguments.size() > 1) {
            throw new IllegalArgumentException("One word is enough");
        }
        return arguments;
    }

    /** The name or UUID that the first word is. */
    static Target player(List<String> arguments) {
        String word = first(arguments);
        if (Target.findAddress(word).isPresent()) {
            throw new IllegalArgumentException(word + " is an address: use ban-ip and unban-ip");
        }
        return Target.player(word);
    }

    /** The address or block that the first word is. */
    static Target.Address address(List<String> arguments) {
        return Target.address(first(arguments));
    }

    /** Whatever the first word is. */
    static Target any(List<String> arguments) {
        Optional<Target> address = Target.findAddress(first(arguments)).map(found -> found);
        return address.orElseGet(() -> Target.player(first(arguments)));
    }

    static List<String> namesOnline(Bans bans) {
        return bans.online().stream()
                .map(Player::name)
                .filter(Words::canBeTyped)
                .distinct()
                .toList();
    }

    static List<String> addressesOnline(Bans bans) {
        return bans.online().stream()
                .map(player -> Cidr.of(player.remoteAddress().getAddress()).toString())
                .distinct()
                .toList();
    }

    static List<String> banned(Bans bans, Predicate<Target> isMeant) {
        return bans.inForce().stream()
                .map(ban -> ban.target())
                .filter(isMeant)
                .map(Target::toString)
                .filter(Words::canBeTyped)
                .toList();
    }

    private static String first(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("Who?");
        }
        return arguments.getFirst();
    }

    /** Names are what clients say: they may hold anything, and a terminal would obey some of it. */
    private static boolean canBeTyped(String word) {
        return word.chars().allMatch(letter -> letter > ' ' && letter < 0x7F);
    }
}
