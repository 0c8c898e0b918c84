// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandArgument.Kind;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The arguments of a command: what they are in a line, and in a command tree. */
public final class ArgumentList {
    /** No arguments. */
    public static final ArgumentList NONE = new ArgumentList(List.of());

    private static final int MAX_ARGUMENTS = 16;
    private static final Pattern SPACES = Pattern.compile(" +");

    /** What a line's arguments are. */
    public sealed interface Parsed {
        /** They are as declared. */
        record Right(List<String> values) implements Parsed {
            /** Copies. */
            public Right {
                values = List.copyOf(values);
            }
        }

        /** They are not; the reason is for whoever typed them. */
        record Wrong(String reason) implements Parsed {}
    }

    private final List<CommandArgument> arguments;

    private ArgumentList(List<CommandArgument> arguments) {
        this.arguments = arguments;
    }

    /**
     * Checks a declaration.
     *
     * @param declared what a plugin says; anything
     * @throws IllegalArgumentException if it cannot be served; the message says why
     */
    public static ArgumentList of(List<CommandArgument> declared) {
        List<CommandArgument> arguments = List.copyOf(declared);
        require(arguments.size() <= MAX_ARGUMENTS, "it has more than " + MAX_ARGUMENTS + " arguments");
        Set<String> names = new HashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            CommandArgument argument = arguments.get(i);
            String name = argument.name();
            require(names.add(name), "it has two arguments called " + name);
            require(
                    argument.kind() != Kind.TEXT || i == arguments.size() - 1,
                    "its argument " + name + " is a text, but not the last one");
            require(
                    i == 0 || argument.isOptional() || !arguments.get(i - 1).isOptional(),
                    "its argument " + name + " is needed, but follows an optional one");
        }
        return new ArgumentList(arguments);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** The form for {@code help}: {@code <player> [reason...]}. */
    public String usage() {
        return arguments.stream().map(ArgumentList::usage).collect(Collectors.joining(" "));
    }

    private static String usage(CommandArgument argument) {
        String name = argument.kind() == Kind.TEXT ? argument.name() + "..." : argument.name();
        return argument.isOptional() ? "[" + name + "]" : "<" + name + ">";
    }

    /** Splits what follows the name. */
    public Parsed parse(String rest) {
        List<String> values = split(rest.strip());
        if (values.size() > arguments.size()) {
            return new Parsed.Wrong("Too many arguments.");
        }
        for (int i = 0; i < values.size(); i++) {
            if (arguments.get(i).kind() == Kind.INTEGER && !isInteger(values.get(i))) {
                return new Parsed.Wrong("'" + values.get(i) + "' is not a whole number.");
            }
        }
        return values.size() < arguments.size() && !arguments.get(values.size()).isOptional()
                ? new Parsed.Wrong(
                        "The argument <" + arguments.get(values.size()).name() + "> is missing.")
                : new Parsed.Right(values);
    }

    /** Splits what follows the name while it is typed; empty where no argument is left. */
    public Optional<List<String>> parseSoFar(String rest) {
        List<String> values = new ArrayList<>(split(rest.stripLeading()));
        boolean endsText = !values.isEmpty()
                && values.size() == arguments.size()
                && arguments.getLast().kind() == Kind.TEXT;
        if (values.isEmpty() || (rest.endsWith(" ") && !endsText)) {
            values.add("");
        }
        return values.size() > arguments.size() ? Optional.empty() : Optional.of(values);
    }

    /** As many words as there are arguments; a text takes all the rest. One more where there are more words. */
    private List<String> split(String rest) {
        if (rest.isEmpty()) {
            return List.of();
        }
        boolean endsInText = !arguments.isEmpty() && arguments.getLast().kind() == Kind.TEXT;
        int limit = endsInText ? arguments.size() : arguments.size() + 1;
        List<String> values = new ArrayList<>(List.of(SPACES.split(rest, limit)));
        if (!endsInText && values.getLast().isEmpty()) {
            values.removeLast();
        }
        return values;
    }

    private static boolean isInteger(String word) {
        try {
            Integer.parseInt(word);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** The nodes of a command. */
    public GraftNode.Literal tree(String label) {
        return new GraftNode.Literal(label, isEnough(0), nodes(0));
    }

    private List<GraftNode> nodes(int place) {
        if (place == arguments.size()) {
            return List.of();
        }
        CommandArgument argument = arguments.get(place);
        return List.of(new GraftNode.Argument(
                argument.name(),
                kind(argument.kind()),
                isEnough(place + 1),
                argument.kind() != Kind.INTEGER,
                nodes(place + 1)));
    }

    private boolean isEnough(int values) {
        return values == arguments.size() || arguments.get(values).isOptional();
    }

    private static GraftNode.Kind kind(Kind kind) {
        return switch (kind) {
            case WORD -> GraftNode.Kind.WORD;
            case INTEGER -> GraftNode.Kind.INTEGER;
            case TEXT -> GraftNode.Kind.TEXT;
        };
    }
}
