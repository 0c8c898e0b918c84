// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.command.CommandLimits;
import dev.infrajar.api.permission.PermissionAnswer;
import dev.infrajar.api.permission.PermissionProvider;
import dev.infrajar.api.player.Player;
import dev.infrajar.net.core.PluginCalls;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The plugin that decides about permissions, where there is one. */
@Component(service = ProviderComponent.class)
public final class ProviderComponent {
    private final PluginCalls.Target<PermissionProvider> target;

    /** Called by Declarative Services. */
    @Activate
    public ProviderComponent(
            @Reference PluginCalls calls,
            @Reference(policyOption = ReferencePolicyOption.GREEDY)
                    ComponentServiceObjects<PermissionProvider> provider) {
        target = WhiteboardComponent.offer(provider, PermissionProvider.class.getSimpleName())
                .map(calls::open)
                .orElseThrow(() -> new IllegalStateException("the provider has gone"));
    }

    /** Ends the calls; who waits for one goes on at once. */
    @Deactivate
    void close() {
        target.close();
    }

    /** Asks the plugin; blocks. */
    PermissionAnswer ask(Player player, String permission) {
        return target.ask(CommandLimits.PERMISSION, provider -> provider.check(player, permission))
                .orElse(PermissionAnswer.UNDECIDED);
    }
}
