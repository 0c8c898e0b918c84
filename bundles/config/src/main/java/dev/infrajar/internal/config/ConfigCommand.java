// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code config}: the values of {@code infrarust.toml} that are in force. */
@Component(service = ConsoleCommand.class)
public final class ConfigCommand implements ConsoleCommand {
    private final ValuesInForce values;

    /** Creates the command. */
    @Activate
    public ConfigCommand(@Reference ValuesInForce values) {
        this.values = values;
    }

    @Override
    public String name() {
        return "config";
    }

    @Override
    public String usage() {
        return "[KEY]";
    }

    @Override
    public String summary() {
        return "shows the values in force: all, those of a table, or one";
    }

    @Override
    public void run(List<String> arguments, ConsoleWriter out) {
        if (arguments.size() > 1) {
            throw new IllegalArgumentException("One key or table at a time.");
        }
        List<ValuesInForce.Line> lines = values.lines();
        if (arguments.isEmpty()) {
            print(lines, out);
            values.notInForce().forEach(reason -> out.println("not in force: " + reason));
        } else {
            printSome(arguments.getFirst(), lines, out);
        }
    }

    private static void printSome(String key, List<ValuesInForce.Line> lines, ConsoleWriter out) {
        List<ValuesInForce.Line> found = lines.stream()
                .filter(line -> line.key().equals(key) || line.key().startsWith(key + "."))
                .toList();
        if (found.isEmpty()) {
            out.println("There is no key '" + key + "' in infrarust.toml.");
        } else if (found.size() == 1) {
            // On a line of its own length: nothing of the value is cut.
            ValuesInForce.Line line = found.getFirst();
            out.println(line.key() + " = " + line.value() + (line.note().isEmpty() ? "" : "  (" + line.note() + ")"));
        } else {
            print(found, out);
        }
    }

    private static void print(List<ValuesInForce.Line> lines, ConsoleWriter out) {
        out.table(
                List.of("KEY", "VALUE", "NOTE"),
                lines.stream()
                        .map(line -> List.of(line.key(), line.value(), line.note()))
                        .toList());
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1
                ? values.lines().stream()
                        .flatMap(line -> withTables(line.key()))
                        .distinct()
                        .toList()
                : List.of();
    }

    /** {@code a.b.c}: itself, {@code a} and {@code a.b}. */
    private static Stream<String> withTables(String key) {
        Stream<String> tables = Stream.iterate(key.indexOf('.'), dot -> dot >= 0, dot -> key.indexOf('.', dot + 1))
                .map(dot -> key.substring(0, dot));
        return Stream.concat(tables, Stream.of(key));
    }
}
