// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.Sessions;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Wires the commands about operators. */
@Component(service = OperatorsComponent.class)
public final class OperatorsComponent {
    private final OperatorDesk desk;

    /** Called by Declarative Services. */
    @Activate
    public OperatorsComponent(@Reference PermissionsComponent permissions, @Reference NeighboursComponent neighbours) {
        desk = new OperatorDesk(permissions.operators(), permissions::configured, () -> online(neighbours));
    }

    private static List<Player> online(NeighboursComponent neighbours) {
        return neighbours.sessions().map(Sessions::players).orElse(List.of());
    }

    OperatorDesk desk() {
        return desk;
    }
}
