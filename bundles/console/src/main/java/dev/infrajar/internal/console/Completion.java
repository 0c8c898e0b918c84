// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleCommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a word could become.
 *
 * @param commands the commands there are
 */
record Completion(CommandTable commands) {
    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);

    /**
     * Finds the words.
     *
     * @param words those of the line up to the cursor; the last one is being typed and may be empty
     * @return whole words that begin as the last one, in order
     */
    List<String> of(List<String> words) {
        String typed = words.isEmpty() ? "" : words.getLast().toLowerCase(Locale.ROOT);
        Stream<String> all = words.size() <= 1 ? names(typed) : arguments(words);
        return all.filter(word -> word.toLowerCase(Locale.ROOT).startsWith(typed))
                .distinct()
                .sorted()
                .toList();
    }

    /** Aliases only once somebody has begun to type one: all of them at once would bury the names. */
    private Stream<String> names(String typed) {
        return commands.all().stream()
                .flatMap(command -> typed.isEmpty()
                        ? Stream.of(command.name())
                        : Stream.concat(Stream.of(command.name()), command.aliases().stream()));
    }

    private Stream<String> arguments(List<String> words) {
        Optional<ConsoleCommand> command = commands.find(words.getFirst());
        try {
            return command.map(found -> found.complete(words.subList(1, words.size()))).stream()
                    .flatMap(List::stream);
        } catch (RuntimeException | LinkageError e) { // LinkageError: its bundle was uninstalled a moment ago
            LOG.debug("The command {} cannot complete its arguments", words.getFirst(), e);
            return Stream.empty();
        }
    }
}
