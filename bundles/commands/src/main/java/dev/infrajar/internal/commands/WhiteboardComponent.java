// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import dev.infrajar.api.command.Command;
import dev.infrajar.api.command.CommandDeclaration;
import dev.infrajar.internal.commands.registry.Declared;
import dev.infrajar.internal.commands.registry.PluginCommands;
import dev.infrajar.net.core.PluginCalls;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.ComponentServiceObjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Takes the commands of plugins out of the service registry; their objects are obtained later, by the plugins' threads. Immediate:
 * nobody asks for it. Without the bundle that has those threads, there are no commands of plugins.
 */
@Component(service = WhiteboardComponent.class, immediate = true)
public final class WhiteboardComponent {
    private final PluginCommands commands;
    private final PluginCalls calls;

    /** Called by Declarative Services. */
    @Activate
    public WhiteboardComponent(@Reference CommandsComponent commands, @Reference PluginCalls calls) {
        this.commands = commands.plugins();
        this.calls = calls;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCommand(ComponentServiceObjects<Command> service, Map<String, Object> properties) {
        // Anything but a string may be an object of the plugin, whose code must not run here.
        String name =
                properties.get(CommandDeclaration.PREFIX_ + "name") instanceof String text ? text : "without a name";
        offer(service, "command " + name).ifPresent(offer -> {
            Declared declared = Declared.of(id(properties), offer.bundle(), offer.bundleId(), properties);
            commands.add(declared, calls.open(offer));
        });
    }

    void removeCommand(Map<String, Object> properties) {
        commands.remove(id(properties));
    }

    private static long id(Map<String, Object> properties) {
        return properties.get(Constants.SERVICE_ID) instanceof Long number ? number : -1;
    }

    /** Empty if the service has gone already. */
    static <S> Optional<ServiceOffer<S>> offer(ComponentServiceObjects<S> service, String kind) {
        ServiceReference<S> reference = service.getServiceReference();
        return Optional.ofNullable(reference.getBundle())
                .map((Bundle bundle) -> new ServiceOffer<>(
                        String.valueOf(bundle.getSymbolicName()),
                        bundle.getBundleId(),
                        kind,
                        service::getService,
                        service::ungetService));
    }
}
