// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The commands there are at this moment. Changes may come from any thread; readers take a snapshot. */
final class CommandTable {
    /**
     * A command and its place: of two with the same name the first is called.
     *
     * @param ranking {@code service.ranking}; higher ones come first
     * @param id {@code service.id}; then lower ones come first
     */
    record Entry(int ranking, long id, ConsoleCommand command) {
        private static final Comparator<Entry> ORDER =
                Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::id);
    }

    private volatile List<Entry> entries = List.of();

    synchronized void add(Entry entry) {
        List<Entry> changed = without(entry.id());
        changed.add(entry);
        changed.sort(Entry.ORDER);
        entries = List.copyOf(changed);
    }

    synchronized void remove(long id) {
        entries = List.copyOf(without(id));
    }

    private List<Entry> without(long id) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry.id() == id);
        return changed;
    }

    /** All commands, ordered by name. */
    List<ConsoleCommand> all() {
        return entries.stream()
                .map(Entry::command)
                .sorted(Comparator.comparing(ConsoleCommand::name))
                .toList();
    }

    /** The command that a word calls: names are looked at before aliases, case is ignored. */
    Optional<ConsoleCommand> find(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return first(command -> command.name().equals(wanted))
                .or(() -> first(command -> command.aliases().contains(wanted)));
    }

    private Optional<ConsoleCommand> first(Predicate<ConsoleCommand> matching) {
        return entries.stream().map(Entry::command).filter(matching).findFirst();
    }
}
