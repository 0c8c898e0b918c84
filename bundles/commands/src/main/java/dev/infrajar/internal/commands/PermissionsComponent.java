// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.internal.commands.registry.Permissions;
import dev.infrajar.net.config.ConfigValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Wires permissions to the configuration, and to a plugin that decides about them. */
@Component(service = PermissionsComponent.class)
public final class PermissionsComponent {
    private final ConfigValue<PermissionsConfig> config;
    private final Operators operators = new Operators();
    private final Permissions permissions;

    // Not a constructor parameter: plugins come and go, and what the console has said stays.
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable ProviderComponent provider;

    /** Called by Declarative Services. */
    @Activate
    public PermissionsComponent(
            @Reference(target = "(" + ConfigValue.SECTION + "=" + PermissionsConfig.ID + ")")
                    ConfigValue<PermissionsConfig> config) {
        this.config = config;
        this.permissions = new ConfiguredPermissions(
                config::get, operators, () -> Optional.ofNullable(provider).map(plugin -> plugin::ask));
    }

    /** What players may do. */
    Permissions permissions() {
        return permissions;
    }

    /** Those whom the console has named. */
    Operators operators() {
        return operators;
    }

    /** Those whom the configuration names. */
    PermissionsConfig configured() {
        return config.get();
    }
}
