// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.intercept.PacketForwarder;
import dev.infrajar.net.intercept.PacketForwarderFactory;
import dev.infrajar.net.intercept.PacketLink;
import org.osgi.service.component.annotations.Component;

/** Makes forwarders of frames. */
@Component
public final class FrameForwarderFactory implements PacketForwarderFactory {
    private final LoopCodecs codecs = new LoopCodecs();
    private final DialectMilestones milestones = new DialectMilestones();

    @Override
    public PacketForwarder create(PacketLink link) {
        return new FrameForwarder(link, codecs, milestones.of(link.dialect()));
    }
}
