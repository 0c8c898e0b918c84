// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.internal.config.toml.BadValue;
import dev.infrajar.internal.config.toml.Conversions;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.DomainRewrite;
import java.util.List;
import java.util.Set;
import org.tomlj.TomlTable;

/** The types of keys that only server files have. */
final class ServerConversions {
    /** A mode that was never more than a word in the reference. */
    private static final String NO_MODE = "full";

    private static final Set<String> WEIGHTED = Set.of("address", "weight");

    /** All types of keys. */
    static final Conversions ALL = Conversions.standard()
            .with(BackendAddress.class, ServerConversions::backend)
            .with(ProxyMode.class, ServerConversions::mode)
            .with(DomainRewrite.class, ServerConversions::rewrite);

    private ServerConversions() {}

    private static ProxyMode mode(Object value) {
        if (NO_MODE.equals(value)) {
            throw new BadValue(
                    "is a mode that has never done anything: use \"client_only\" or \"offline\", whose packets"
                            + " plugins see, or one that moves bytes");
        }
        return (ProxyMode) Conversions.word(ProxyMode.class, value);
    }

    private static BackendAddress backend(Object value) {
        try {
            if (value instanceof String text) {
                return BackendAddress.parse(text);
            }
            if (value instanceof TomlTable table
                    && table.get(List.of("address")) instanceof String text
                    && WEIGHTED.containsAll(table.keySet())) {
                return BackendAddress.parse(text).withWeight(weight(table));
            }
        } catch (IllegalArgumentException e) {
            throw new BadValue(String.valueOf(e.getMessage()));
        }
        throw new BadValue(
                "must be an address such as \"host\", \"host:25565\" or \"[::1]:25565\", or { address = \"host\","
                        + " weight = 2 }");
    }

    private static int weight(TomlTable table) {
        Object weight = table.get(List.of("weight"));
        if (weight == null) {
            return BackendAddress.DEFAULT_WEIGHT;
        }
        if (weight instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw new BadValue("weight must be a whole number");
    }

    private static DomainRewrite rewrite(Object value) {
        if ("none".equals(value)) {
            return new DomainRewrite.None();
        }
        if ("from_backend".equals(value)) {
            return new DomainRewrite.FromBackend();
        }
        if (value instanceof TomlTable table
                && table.keySet().equals(Set.of("explicit"))
                && table.get(List.of("explicit")) instanceof String host) {
            return explicit(host);
        }
        throw new BadValue("must be \"none\", \"from_backend\" or { explicit = \"host\" }");
    }

    private static DomainRewrite explicit(String host) {
        try {
            return new DomainRewrite.Explicit(host);
        } catch (IllegalArgumentException e) {
            throw new BadValue(String.valueOf(e.getMessage()));
        }
    }
}
