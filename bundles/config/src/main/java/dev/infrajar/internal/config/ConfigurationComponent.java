// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.config.Reloadable;
import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
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
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Publishes the value of each section of {@code infrarust.toml}, and follows that file. Immediate: nobody asks for it by
 * name. Ranked before other reloadables: those may depend on what the file says.
 */
@Component(
        service = {Reloadable.class, ValuesInForce.class},
        property = "service.ranking:Integer=1000",
        immediate = true)
public final class ConfigurationComponent implements ServiceFactory<ConfigValue<?>>, Reloadable, ValuesInForce {
    private record Watched(DirectoryWatcher watcher, Registration watch) {}

    private final BundleContext context;
    private final Installation installation;
    private final ProxyFile file;
    private final Configuration configuration;
    private final ProxyReload reload;
    private final ValueLines lines;
    private final Registration changes;
    private final Map<String, ServiceRegistration<?>> published = new HashMap<>();

    /** Null while there is no watcher; guarded by the monitor. */
    private @Nullable Watched watched;

    /** Reads the file and publishes what it says. */
    @Activate
    public ConfigurationComponent(BundleContext context, @Reference Installation installation) {
        this.context = context;
        this.installation = installation;
        this.file = new ProxyFile(installation.options());
        this.configuration = new Configuration(file);
        this.reload = new ProxyReload(file, installation::sections, configuration);
        this.lines = new ValueLines(configuration, file.overridden());
        this.changes = installation.onChange(this::update);
        update();
    }

    /** Withdraws all values. Returns at once. */
    @Deactivate
    public void deactivate() {
        changes.close();
        endWatch();
        publish(Set.of());
    }

    // The watcher's bundle is started after this one.
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setWatcher(DirectoryWatcher watcher) {
        endWatch();
        Registration watch = FileWatch.start(watcher, file.path(), this::reloadIfChanged);
        synchronized (this) {
            watched = new Watched(watcher, watch);
        }
        // It may have changed since it was read.
        reloadIfChanged();
    }

    void unsetWatcher(DirectoryWatcher watcher) {
        boolean isInUse;
        synchronized (this) {
            isInUse = watched != null && watched.watcher() == watcher;
        }
        if (isInUse) {
            endWatch();
        }
    }

    private synchronized void endWatch() {
        if (watched != null) {
            watched.watch().close();
            watched = null;
        }
    }

    private void reloadIfChanged() {
        reload.reloadIfChanged();
        publish(configuration.ids());
    }

    @Override
    public String subject() {
        return reload.subject();
    }

    @Override
    public List<String> reload() {
        List<String> result = reload.reload();
        publish(configuration.ids());
        return result;
    }

    @Override
    public List<Line> lines() {
        return lines.lines();
    }

    @Override
    public List<String> notInForce() {
        return lines.notInForce();
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
        Section.Owner holder = new Section.Owner(bundle.getBundleId(), String.valueOf(bundle.getSymbolicName()));
        return configuration.value(id, holder).orElse(null);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<ConfigValue<?>> registration, ConfigValue<?> value) {
        if (value instanceof HeldValue held) {
            held.release();
        }
    }
}
