// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.core.Registration;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes the value of each section of {@code infrarust.toml}. Immediate: nobody asks for it by name. */
@Component(
        service = {},
        immediate = true)
public final class ConfigurationComponent implements ServiceFactory<ConfigValue<?>> {
    private final BundleContext context;
    private final Installation installation;
    private final Configuration configuration;
    private final Registration changes;
    private final Map<String, ServiceRegistration<?>> published = new HashMap<>();

    /** Reads the file and publishes what it says. */
    @Activate
    public ConfigurationComponent(BundleContext context, @Reference Installation installation) {
        this.context = context;
        this.installation = installation;
        this.configuration = new Configuration(new ProxyFile(installation.options()));
        this.changes = installation.onChange(this::update);
        update();
    }

    /** Withdraws all values. Returns at once. */
    @Deactivate
    public void deactivate() {
        changes.close();
        publish(Set.of());
    }

    private void update() {
        configuration.update(installation.sections());
        publish(configuration.ids());
    }

    private synchronized void publish(Set<String> ids) {
        for (String id : Set.copyOf(published.keySet())) {
            if (!ids.contains(id)) {
                published.remove(id).unregister();
            }
        }
        for (String id : ids) {
            published.computeIfAbsent(id, this::register);
        }
    }

    @SuppressWarnings("JdkObsolete") // the registry takes a Dictionary
    private ServiceRegistration<?> register(String id) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(ConfigValue.SECTION, id));
        return context.registerService(ConfigValue.class.getName(), this, properties);
    }

    @Override
    public @Nullable ConfigValue<?> getService(Bundle bundle, ServiceRegistration<ConfigValue<?>> registration) {
        String id = (String) registration.getReference().getProperty(ConfigValue.SECTION);
        return configuration.value(id, bundle.getBundleId()).orElse(null);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<ConfigValue<?>> registration, ConfigValue<?> value) {
        // A value holds nothing that must be freed.
    }
}
