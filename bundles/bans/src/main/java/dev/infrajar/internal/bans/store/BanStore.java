// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bans in force and their file. Thread-safe. {@link #index} never blocks; everything else blocks on the disk, and on
 * whoever else changes something.
 *
 * <p>A file that cannot be used is never overwritten: a corrupt one is renamed first, one that cannot be read stops all
 * writing. A file that disappears lifts nothing: the bans stay in force and are written again with the next change.
 */
public final class BanStore {
    private static final Logger LOG = LoggerFactory.getLogger(BanStore.class);

    private final InstantSource clock;
    private final BooleanSupplier isAudited;
    private BanFile file;

    /** What is in force and not in the file, in the order in which it was asked for. */
    private final List<Change> pending = new ArrayList<>();

    private List<String> reported = List.of();
    private volatile BanIndex index = BanIndex.EMPTY;

    /** What the next content of the file is made from. */
    private record Base(BanDocument document, Optional<String> refusal) {}

    private BanStore(Path path, InstantSource clock, BooleanSupplier isAudited) {
        this.file = new BanFile(path);
        this.clock = clock;
        this.isAudited = isAudited;
    }

    /**
     * Reads a file. One that is missing says that nobody is banned; a corrupt one is set aside and reported.
     *
     * @param path the file
     * @param clock tells what has expired
     * @param isAudited whether changes are written into the audit log; asked at each
     * @return the bans
     */
    public static BanStore open(Path path, InstantSource clock, BooleanSupplier isAudited) {
        BanStore store = new BanStore(path, clock, isAudited);
        store.load();
        return store;
    }

    /**
     * The bans of this moment. Reads a volatile field.
     *
     * @return immutable
     */
    public BanIndex index() {
        return index;
    }

    /**
     * The file in use.
     *
     * @return an absolute path
     */
    public synchronized Path path() {
        return file.path();
    }

    /**
     * Bans, in the place of what there is about the same target.
     *
     * @param ban the ban
     * @return what it did
     */
    public synchronized Changed ban(Ban ban) {
        Base base = base();
        return change(base, before(base, ban.target()), ban.target(), Optional.of(ban), ban.source());
    }

    /**
     * Lifts a ban. Does nothing if there is none, and says so if the file cannot be read.
     *
     * @param target exactly what was banned
     * @param source who lifts it
     * @return what it did
     */
    public synchronized Changed lift(Target target, String source) {
        Base base = base();
        Optional<Ban> before = before(base, target);
        if (before.isEmpty()) {
            index = BanIndex.of(base.document().bans());
            return new Changed(before, base.refusal());
        }
        return change(base, before, target, Optional.empty(), source);
    }

    /** Removes what has expired, and tries again to save what is not saved. Leaves the disk alone if there is neither. */
    public synchronized void purge() {
        Instant now = clock.instant();
        boolean hasExpired = index.all().values().stream().anyMatch(ban -> !ban.isInForce(now));
        if (!hasExpired && pending.isEmpty()) {
            return;
        }
        Base base = base();
        for (Ban ban : base.document().removeExpired(now)) {
            LOG.info("The ban of {} has expired", ban.target());
            audit(AuditEntry.Action.EXPIRED, ban, "system").ifPresent(base.document()::add);
        }
        save(base);
    }

    /**
     * Reads the file again. One that cannot be used, or has disappeared, changes nothing.
     *
     * @return what is different
     */
    public synchronized Refreshed refresh() {
        BanIndex before = index;
        return switch (file.read()) {
            case Content.Present(var document) -> take(before, document);
            case Content.Missing() -> stays(before.all().isEmpty() ? Optional.empty() : Optional.of("it is gone"));
            case Content.Corrupt(var reason) -> stays(Optional.of(reason));
            case Content.Unreadable(var reason) -> stays(Optional.of("it cannot be read: " + reason));
        };
    }

    /**
     * Reads the file again if somebody else has written it.
     *
     * @return what is different
     */
    public synchronized Refreshed refreshIfChanged() {
        return file.hasChanged() ? refresh() : Refreshed.NOTHING;
    }

    /**
     * Uses another file from now on, if it can be used; one that is missing can.
     *
     * @param path the other file
     * @return empty when it is in use, else why it is not
     */
    public synchronized Optional<String> moveTo(Path path) {
        BanFile other = new BanFile(path);
        return switch (other.read()) {
            case Content.Present(var document) -> use(other, document);
            case Content.Missing() -> use(other, BanDocument.of(List.of()));
            case Content.Corrupt(var reason) -> Optional.of(other.path() + " is not a ban file: " + reason);
            case Content.Unreadable(var reason) -> Optional.of(other.path() + " cannot be read: " + reason);
        };
    }

    private synchronized void load() {
        Base base = base();
        index = BanIndex.of(base.document().bans());
        List<String> problems = new ArrayList<>(named(base.document().problems()));
        base.refusal()
                .ifPresent(reason ->
                        problems.add(reason + ". Nobody is banned, and no ban is saved until that is mended"));
        report(problems);
    }

    private Optional<String> use(BanFile other, BanDocument document) {
        file = other;
        pending.forEach(change -> change.applyTo(document));
        index = BanIndex.of(document.bans());
        report(document, Optional.empty());
        return Optional.empty();
    }

    private Refreshed take(BanIndex before, BanDocument document) {
        pending.forEach(change -> change.applyTo(document));
        index = BanIndex.of(document.bans());
        report(document, Optional.empty());
        return Refreshed.between(before, index, named(document.problems()));
    }

    private Refreshed stays(Optional<String> reason) {
        List<String> problems = reason.stream()
                .map(text -> file.path() + ": " + text + "; in force stay "
                        + Refreshed.bans(index.all().size()))
                .toList();
        report(problems);
        return new Refreshed(0, 0, 0, problems);
    }

    private Base base() {
        return switch (file.read()) {
            case Content.Present(var document) -> {
                pending.forEach(change -> change.applyTo(document));
                yield new Base(document, Optional.empty());
            }
            case Content.Missing() -> new Base(fromMemory(), Optional.empty());
            case Content.Corrupt(var reason) -> new Base(fromMemory(), setAside(reason));
            case Content.Unreadable(var reason) ->
                new Base(fromMemory(), Optional.of(file.path() + " cannot be read: " + reason));
        };
    }

    private BanDocument fromMemory() {
        BanDocument document = BanDocument.of(index.all().values());
        pending.forEach(change -> change.applyTo(document));
        return document;
    }

    /** Renames the corrupt file; gives the reason if that fails. */
    private Optional<String> setAside(String reason) {
        try {
            Path aside = file.setAside(clock.instant());
            LOG.error(
                    "{} is corrupt and was renamed to {}: {}. In force are {}",
                    file.path(),
                    aside.getFileName(),
                    reason,
                    Refreshed.bans(index.all().size()));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    file.path() + " is corrupt (" + reason + ") and cannot be set aside: " + BanFile.reason(e));
        }
    }

    private Optional<Ban> before(Base base, Target target) {
        Instant now = clock.instant();
        return Optional.ofNullable(BanIndex.of(base.document().bans()).all().get(target))
                .filter(ban -> ban.isInForce(now));
    }

    private Changed change(Base base, Optional<Ban> before, Target target, Optional<Ban> ban, String source) {
        AuditEntry.Action action = ban.isPresent() ? AuditEntry.Action.BAN : AuditEntry.Action.UNBAN;
        Optional<AuditEntry> audit = ban.or(() -> before).flatMap(about -> audit(action, about, source));
        Change change = new Change(target, ban, audit);
        pending.add(change);
        change.applyTo(base.document());
        LOG.info("{} of {} by {}", action.word(), target, source);
        return new Changed(before, save(base));
    }

    private Optional<AuditEntry> audit(AuditEntry.Action action, Ban ban, String source) {
        return isAudited.getAsBoolean()
                ? Optional.of(new AuditEntry(action, ban.target(), ban.reason(), source, clock.instant()))
                : Optional.empty();
    }

    /** Puts a document into force and, if that is allowed, into the file; gives the reason if it is not saved. */
    private Optional<String> save(Base base) {
        index = BanIndex.of(base.document().bans());
        Optional<String> unsaved = base.refusal().or(() -> write(base.document()));
        if (unsaved.isEmpty()) {
            pending.clear();
        }
        report(base.document(), unsaved);
        return unsaved;
    }

    private Optional<String> write(BanDocument document) {
        try {
            file.write(document);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(file.path() + " cannot be written: " + BanFile.reason(e));
        }
    }

    private void report(BanDocument document, Optional<String> unsaved) {
        List<String> problems = new ArrayList<>(named(document.problems()));
        unsaved.ifPresent(
                reason -> problems.add("Bans are not saved: " + reason + ". They are in force until the proxy stops"));
        report(problems);
    }

    /** Says each problem once, as long as it lasts. */
    private void report(List<String> problems) {
        problems.stream().filter(problem -> !reported.contains(problem)).forEach(LOG::error);
        if (problems.isEmpty() && !reported.isEmpty()) {
            LOG.info("{} is in order again", file.path());
        }
        reported = List.copyOf(problems);
    }

    private List<String> named(List<String> problems) {
        return problems.stream().map(problem -> file.path() + ": " + problem).toList();
    }
}
