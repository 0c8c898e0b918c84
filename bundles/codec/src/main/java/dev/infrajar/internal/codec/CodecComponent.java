// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.codec;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.packet.DialectMatch;
import dev.infrajar.net.packet.Dialects;
import dev.infrajar.net.packet.Direction;
import dev.infrajar.net.packet.KindMatch;
import dev.infrajar.net.packet.KnownProtocol;
import dev.infrajar.net.packet.PacketLimits;
import dev.infrajar.net.packet.Phase;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes what the codec knows. */
@Component(service = {Dialects.class, PacketLimits.Source.class})
public final class CodecComponent implements Dialects, PacketLimits.Source {
    private final ConfigValue<LimitsConfig> config;
    private final Dialects dialects;

    /** Those asked for last, which the sessions of a configuration share. */
    private volatile PacketLimits limits;

    /** Called by Declarative Services. */
    @Activate
    public CodecComponent(
            @Reference(target = "(" + ConfigValue.SECTION + "=" + LimitsConfig.ID + ")")
                    ConfigValue<LimitsConfig> config) {
        this.config = config;
        this.limits = config.get().toLimits();
        this.dialects = BandDialects.load(this);
    }

    @Override
    public DialectMatch of(int protocol) {
        return dialects.of(protocol);
    }

    @Override
    public KindMatch kind(Phase phase, Direction direction, String name) {
        return dialects.kind(phase, direction, name);
    }

    @Override
    public List<KnownProtocol> protocols() {
        return dialects.protocols();
    }

    @Override
    public PacketLimits inForce() {
        PacketLimits now = config.get().toLimits();
        PacketLimits known = limits;
        if (known.equals(now)) {
            return known;
        }
        limits = now;
        return now;
    }
}
