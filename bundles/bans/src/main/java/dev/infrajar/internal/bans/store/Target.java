// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import dev.infrajar.net.transport.Cidr;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a ban is about. Equal targets are the same, however they were written. */
public sealed interface Target {
    /** The most characters of a player's name (protocol 4 to 777, login start). */
    int MAX_NAME = 16;

    /**
     * An address or a block of them.
     *
     * @param block a single address is a block of one
     */
    record Address(Cidr block) implements Target {
        @Override
        public String kind() {
            return "ip";
        }

        @Override
        public boolean covers(Target other) {
            return other instanceof Address(Cidr its)
                    && block.prefixBits() <= its.prefixBits()
                    && block.contains(its.address());
        }

        @Override
        public String toString() {
            return block.toString();
        }
    }

    /**
     * A player's name. Case does not count.
     *
     * @param name as it was written
     */
    record Name(String name) implements Target {
        @Override
        public String kind() {
            return "username";
        }

        /** What is compared. */
        String key() {
            return keyOf(name);
        }

        static String keyOf(String name) {
            return name.toLowerCase(Locale.ROOT);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name its && its.key().equals(key());
        }

        @Override
        public int hashCode() {
            return key().hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A player's UUID.
     *
     * @param uuid of the account, or as a client claims it
     */
    record Id(UUID uuid) implements Target {
        @Override
        public String kind() {
            return "uuid";
        }

        @Override
        public String toString() {
            return uuid.toString();
        }
    }

    /**
     * What it is, in the words of the ban file.
     *
     * @return {@code ip}, {@code username} or {@code uuid}
     */
    String kind();

    /**
     * Whether a ban of this is one of the other too.
     *
     * @param other a player, an address or a block
     * @return whether they are equal, or this block contains the other
     */
    default boolean covers(Target other) {
        return equals(other);
    }

    /**
     * Reads an address or a block.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Address address(String text) {
        return new Address(Cidr.parse(text));
    }

    /**
     * Reads a UUID with or without dashes.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Id uuid(String text) {
        return findUuid(text).orElseThrow(() -> new IllegalArgumentException("\"" + text + "\" is not a UUID"));
    }

    /**
     * Reads a name.
     *
     * @throws IllegalArgumentException if no player can have it
     */
    static Name name(String text) {
        if (text.isEmpty() || text.length() > MAX_NAME) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a name: those have 1 to " + MAX_NAME + " characters");
        }
        return new Name(text);
    }

    /**
     * Reads a name or a UUID.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Target player(String text) {
        return findUuid(text).<Target>map(id -> id).orElseGet(() -> name(text));
    }

    /** Reads an address or a block, if it is one. */
    static Optional<Address> findAddress(String text) {
        try {
            return Optional.of(address(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Id> findUuid(String text) {
        Matcher parts = UuidForm.PATTERN.matcher(text);
        return parts.matches()
                ? Optional.of(new Id(UUID.fromString(parts.replaceFirst("$1-$2-$3-$4-$5"))))
                : Optional.empty();
    }

    /** The two forms in which UUIDs are written. */
    final class UuidForm {
        private static final Pattern PATTERN = Pattern.compile(
                "(\\p{XDigit}{8})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?(\\p{XDigit}{4})-?(\\p{XDigit}{12})");

        private UuidForm() {}
    }
}
