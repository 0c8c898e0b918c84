// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.config.ConfigSection;
import dev.infrajar.net.core.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the bundles and the sections that their manifests declare, started or not. */
@Component(service = Installation.class)
public final class InstallationComponent implements Installation, BundleTrackerCustomizer<Bundle> {
    private static final Logger LOG = LoggerFactory.getLogger(InstallationComponent.class);
    private static final int INSTALLED =
            Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;

    private final InstalledSections sections = new InstalledSections();
    private final LaunchOptions options;
    private final BundleTracker<Bundle> tracker;

    /** The wiring that the sections of a bundle were loaded through: another wiring means other classes. */
    private final Map<Long, BundleWiring> wirings = new ConcurrentHashMap<>();

    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /** Looks at all bundles that are there. */
    @Activate
    public InstallationComponent(BundleContext context) {
        options = LaunchOptions.of(name -> Optional.ofNullable(context.getProperty(name)));
        tracker = new BundleTracker<>(context, INSTALLED, this);
        tracker.open();
    }

    /** Ends following. Returns at once. */
    @Deactivate
    public void deactivate() {
        tracker.close();
    }

    @Override
    public LaunchOptions options() {
        return options;
    }

    @Override
    public Sections sections() {
        return sections.now();
    }

    @Override
    public Registration onChange(Runnable changed) {
        return sections.onChange(changed);
    }

    @Override
    public @Nullable Bundle addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        look(bundle);
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle same) {
        look(bundle);
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Bundle same) {
        wirings.remove(bundle.getBundleId());
        sections.remove(bundle.getBundleId());
    }

    private void look(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        List<BundleCapability> declared =
                revision == null ? List.of() : revision.getDeclaredCapabilities(ConfigSection.NAMESPACE);
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        boolean isRead = wiring != null && wiring.equals(wirings.get(bundle.getBundleId()));
        if (declared.isEmpty() || isRead) {
            return;
        }
        read(bundle, declared);
    }

    private void read(Bundle bundle, List<BundleCapability> declared) {
        Section.Owner owner = new Section.Owner(bundle.getBundleId(), String.valueOf(bundle.getSymbolicName()));
        SectionLoader loader = new SectionLoader(owner, bundle::loadClass);
        List<Section> loaded = new ArrayList<>();
        List<SectionFailure> failures = new ArrayList<>();
        for (BundleCapability capability : declared) {
            switch (loader.load(capability.getAttributes())) {
                case SectionLoader.Loaded.Usable(var section) -> loaded.add(section);
                case SectionLoader.Loaded.Failed(var failure) -> failures.add(failure);
            }
        }
        // Loading a class resolved the bundle, if it could be.
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring != null) {
            wirings.put(bundle.getBundleId(), wiring);
        }
        sections.put(bundle.getBundleId(), loaded, failures);
        sections.now().failures().stream()
                .map(SectionFailure::toString)
                .filter(reported::add)
                .forEach(LOG::error);
    }
}
