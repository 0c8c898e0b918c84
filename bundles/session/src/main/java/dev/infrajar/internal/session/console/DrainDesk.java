// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.transport.Backends;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What {@code drain} and {@code undrain} work with. Router and connector come and go under it. */
@Component(service = DrainDesk.class)
public final class DrainDesk {
    private final Draining draining;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Router router;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Backends backends;

    /** Called by Declarative Services. */
    @Activate
    public DrainDesk(@Reference SessionTable table, @Reference Intake intake) {
        draining = new Draining(table, intake, () -> router, () -> backends);
    }

    Draining draining() {
        return draining;
    }
}
