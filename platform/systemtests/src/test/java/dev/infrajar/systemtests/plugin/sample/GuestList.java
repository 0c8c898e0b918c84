// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plugin.sample;

import dev.infrajar.api.event.StatusAnswer;
import dev.infrajar.api.event.StatusAnswer.SamplePlayer;
import dev.infrajar.api.event.StatusEvent;
import dev.infrajar.api.event.StatusListener;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Adds a guest to the players that the server names. */
@org.osgi.service.component.annotations.Component
public final class GuestList implements StatusListener {
    /** The name of the guest. */
    public static final String GUEST = "Guest of a plugin";

    @Override
    public StatusAnswer onStatus(StatusEvent event) {
        List<SamplePlayer> all = new ArrayList<>(event.answer().sample());
        all.add(new SamplePlayer(GUEST, new UUID(0, 2)));
        return event.answer().withSample(all);
    }
}
