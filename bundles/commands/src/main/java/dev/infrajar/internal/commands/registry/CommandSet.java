// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All commands at one moment, and the words that call them. Immutable. */
public final class CommandSet {
    /** Nothing. */
    public static final CommandSet EMPTY = of(List.of());

    /**
     * A command and the words it is shown under.
     *
     * @param label its name, or the name behind its bundle's where that is taken
     * @param aliases those that were free
     */
    public record Entry(ProxyCommand command, String label, List<String> aliases) {
        /** Copies. */
        public Entry {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * A word that a command does not get.
     *
     * @param word that was taken
     * @param loser the command that wanted it
     * @param owner the command that has it
     */
    public record Clash(String word, ProxyCommand loser, ProxyCommand owner) {}

    private final List<Entry> entries;
    private final Map<String, ProxyCommand> byWord;
    private final List<Clash> clashes;

    private CommandSet(List<Entry> entries, Map<String, ProxyCommand> byWord, List<Clash> clashes) {
        this.entries = List.copyOf(entries);
        this.byWord = Map.copyOf(byWord);
        this.clashes = List.copyOf(clashes);
    }

    /**
     * Gives out the words.
     *
     * @param commands the proxy's own first, then in the order of their registration: the first gets a word that two want.
     *     Names go before aliases
     */
    public static CommandSet of(List<ProxyCommand> commands) {
        Map<String, ProxyCommand> byWord = new HashMap<>();
        List<Clash> clashes = new ArrayList<>();
        commands.forEach(command -> byWord.putIfAbsent(qualified(command), command));
        List<String> labels = commands.stream()
                .map(command -> claim(lower(command.name()), command, byWord, clashes)
                        ? lower(command.name())
                        : qualified(command))
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            ProxyCommand command = commands.get(i);
            List<String> aliases = command.aliases().stream()
                    .map(CommandSet::lower)
                    .distinct()
                    .filter(alias -> claim(alias, command, byWord, clashes))
                    .toList();
            entries.add(new Entry(command, labels.get(i), aliases));
        }
        return new CommandSet(entries, byWord, clashes);
    }

    private static boolean claim(
            String word, ProxyCommand command, Map<String, ProxyCommand> byWord, List<Clash> clashes) {
        ProxyCommand owner = byWord.putIfAbsent(word, command);
        if (owner != null && owner != command) {
            clashes.add(new Clash(word, command, owner));
        }
        return owner == null;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** The name that every command has beside its others. */
    private static String qualified(ProxyCommand command) {
        return lower(command.bundle() + ":" + command.name());
    }

    /** The command that a word calls. Callable on event loops. */
    public Optional<ProxyCommand> find(String label) {
        return Optional.ofNullable(byWord.get(label));
    }

    /** All commands in the order in which words were given out. */
    public List<Entry> entries() {
        return entries;
    }

    /** The words that somebody did not get. */
    public List<Clash> clashes() {
        return clashes;
    }
}
