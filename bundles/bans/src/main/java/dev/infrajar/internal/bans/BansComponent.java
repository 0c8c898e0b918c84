// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans;

import dev.infrajar.internal.bans.store.BanStore;
import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.LoginAttempt;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.config.ConfigValue;
import dev.infrajar.net.config.Reloadable;
import dev.infrajar.net.core.DirectoryWatcher;
import dev.infrajar.net.core.Registration;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.transport.ClientConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires bans to configuration, connections and sessions. Immediate: it owns the thread that purges. */
@Component(
        service = {BansComponent.class, Gate.class, Reloadable.class},
        immediate = true)
public final class BansComponent implements Gate, Reloadable {
    private static final Logger LOG = LoggerFactory.getLogger(BansComponent.class);

    private final Bans bans;
    private final Gate gate;
    private final PurgeTimer timer;
    private final BanFileWatch watch;
    private final Registration changes;

    // Not a constructor parameter: bans count while the bundle of the sessions is replaced.
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Sessions sessions;

    /** Reads the file. Blocks on the disk. */
    @Activate
    public BansComponent(
            @Reference(target = "(" + ConfigValue.SECTION + "=" + BanConfig.ID + ")") ConfigValue<BanConfig> config) {
        InstantSource clock = InstantSource.system();
        BanConfig now = config.get();
        BanStore store = BanStore.open(now.file(), clock, () -> config.get().enableAuditLog());
        bans = new Bans(store, () -> sessions, clock);
        gate = new BanGate(store::index, clock);
        timer = new PurgeTimer(store::purge, now.purgeInterval());
        watch = new BanFileWatch(bans.path(), bans::fileMayHaveChanged);
        changes = config.onChange(this::apply);
        // What has changed between the first look and the registration.
        apply(config.get()).ifPresent(LOG::warn);
    }

    /** Ends thread and watch; takes up to 5 s if a file is being written. */
    @Deactivate
    public void close() {
        changes.close();
        watch.close();
        timer.close();
    }

    /** The bans, for the commands of this bundle. */
    Bans bans() {
        return bans;
    }

    private Optional<String> apply(BanConfig now) {
        timer.every(now.purgeInterval());
        if (now.file().toAbsolutePath().normalize().equals(bans.path())) {
            return Optional.empty();
        }
        Optional<String> failure = bans.moveTo(now.file());
        watch.follow(bans.path());
        return failure.map(reason -> "ban.file: " + reason + "; " + bans.path() + " stays in use");
    }

    @Override
    public Verdict connection(ClientConnection connection) {
        return gate.connection(connection);
    }

    @Override
    public Verdict login(ClientConnection connection, LoginAttempt login) {
        return gate.login(connection, login);
    }

    @Override
    public String subject() {
        return "bans";
    }

    @Override
    public List<String> reload() {
        return bans.reload().lines();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindWatcher(DirectoryWatcher watcher) {
        watch.use(watcher);
    }

    void unbindWatcher(DirectoryWatcher watcher) {
        watch.release(watcher);
    }
}
