// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.api.command.Command;
import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandCall;
import dev.infrajar.internal.commands.FakeSource;
import dev.infrajar.net.core.FaultyService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import net.kyori.adventure.text.Component;
import org.junit.jupiter.api.Test;

class PluginCommandsTest {
    /** Tells what it was called with. */
    private record Echo(List<CommandArgument> arguments) implements Command {
        @Override
        public void execute(CommandCall call) {
            if (call.arguments().equals(List.of("throw"))) {
                throw new IllegalStateException("as it was told to");
            }
            call.source().sendMessage(Component.text(call.label() + " " + call.arguments()));
        }

        @Override
        public List<String> complete(CommandCall call) {
            return List.of("one", "two", "three");
        }
    }

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final PluginCommands commands =
            new PluginCommands(List.of(new FakeCommand("infrarust", "infrarust", "", "ir")), work::add);

    private final Dispatcher dispatcher = new Dispatcher(commands::snapshot);
    private final FakeSource source = new FakeSource("example.use");

    private void runAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private FakeTarget add(long id, Map<String, ?> properties, Command command) {
        FakeTarget target = new FakeTarget(command);
        commands.add(Declared.of(id, "com.example.p" + id, 10 + id, properties), target);
        return target;
    }

    private static Map<String, ?> named(String name, String... aliases) {
        return Map.of("command.name", name, "command.aliases", aliases);
    }

    private static Echo echo() {
        return new Echo(List.of(CommandArgument.text("words").optional()));
    }

    @Test
    void offersACommandOnceItsArgumentsAreKnown() {
        add(1, named("Hello", "hi"), echo());
        dispatcher.run(source, CommandLine.of("hello"));
        assertThat(dispatcher.words(source)).doesNotContain("hello");

        runAll();
        dispatcher.run(source, CommandLine.of("hi there you"));

        assertThat(dispatcher.words(source)).contains("hello", "hi");
        assertThat(source.read()).containsExactly("[Infrarust] The command 'hello' is not ready.", "hi [there you]");
    }

    @Test
    void keepsAWordForWhoRegisteredFirst() {
        add(2, named("hello"), echo());
        runAll();
        add(1, named("hello"), echo());

        assertThat(commands.snapshot().find("hello").map(ProxyCommand::bundle)).contains("com.example.p1");
        assertThat(commands.snapshot().find("com.example.p2:hello").map(ProxyCommand::bundle))
                .contains("com.example.p2");
    }

    @Test
    void doesNotLetTheProxysCommandBeReplaced() {
        add(1, named("infrarust", "ir"), echo());
        runAll();

        assertThat(commands.snapshot().find("ir").map(ProxyCommand::bundle)).contains("infrarust");
        assertThat(commands.faultyServices())
                .contains(new FaultyService(
                        "com.example.p1",
                        11,
                        "command infrarust",
                        "does not get the word 'ir', which infrarust has already"))
                .hasSize(2);
        assertThat(dispatcher.words(source)).contains("com.example.p1:infrarust");
    }

    @Test
    void checksArgumentsBeforeThePluginSeesThem() {
        add(1, named("give"), new Echo(List.of(CommandArgument.word("player"), CommandArgument.integer("amount"))));
        runAll();
        dispatcher.run(source, CommandLine.of("give Steve lots"));

        assertThat(source.read())
                .containsExactly("[Infrarust] 'lots' is not a whole number.", "Usage: give <player> <amount>");
    }

    @Test
    void tellsThatAPluginHasFailed() {
        add(1, named("hello"), echo());
        runAll();
        dispatcher.run(source, CommandLine.of("hello throw"));
        dispatcher.run(source, CommandLine.of("hello"));

        assertThat(source.read()).containsExactly("[Infrarust] The command 'hello' has failed.", "hello []");
    }

    @Test
    void asksForThePermission() {
        add(1, Map.of("command.name", "used", "command.permission", "example.use"), echo());
        add(2, Map.of("command.name", "hidden", "command.permission", "example.other"), echo());
        runAll();

        assertThat(dispatcher.words(source)).contains("used").doesNotContain("hidden");
    }

    @Test
    void completesByThePlugin() {
        add(1, named("hello"), echo());
        runAll();

        assertThat(dispatcher.complete(source, CommandLine.of("hello t"))).containsExactly("three", "two");
    }

    @Test
    void refusesNamesThatCannotBeTyped() {
        FakeTarget target = add(1, named("hello world"), echo());
        add(2, Map.of(), echo());
        add(3, named("hello", "not ok"), echo());
        runAll();

        assertThat(target.isClosed()).isTrue();
        assertThat(commands.snapshot().entries()).hasSize(1);
        assertThat(commands.faults())
                .extracting(PluginCommands.Fault::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("'hello world' must match"),
                        reason -> assertThat(reason).contains("@CommandDeclaration is missing"),
                        reason -> assertThat(reason).contains("alias 'not ok'"));
    }

    @Test
    void refusesArgumentsThatCannotBeServed() {
        FakeTarget target =
                add(1, named("hello"), new Echo(List.of(CommandArgument.text("a"), CommandArgument.word("b"))));
        runAll();

        assertThat(target.isClosed()).isTrue();
        assertThat(commands.snapshot().find("hello")).isEmpty();
        assertThat(commands.faults()).hasSize(1);
        assertThat(commands.faultyServices())
                .containsExactly(new FaultyService(
                        "com.example.p1",
                        11,
                        "command hello",
                        "is not offered: its argument a is a text, but not the last one"));
    }

    @Test
    void forgetsACommandThatLeaves() {
        FakeTarget target = add(1, named("hello"), echo());
        commands.remove(1);
        runAll();

        assertThat(target.isClosed()).isTrue();
        assertThat(commands.snapshot().find("hello")).isEmpty();
        assertThat(commands.faults()).isEmpty();
    }

    @Test
    void givesTheWordBackWhenItsOwnerLeaves() {
        add(1, named("hello"), echo());
        add(2, named("hello"), echo());
        runAll();
        commands.remove(1);

        assertThat(commands.snapshot().find("hello").map(ProxyCommand::bundle)).contains("com.example.p2");
    }

    @Test
    void tellsItsFollowerOfEachSnapshot() {
        List<Integer> sizes = new ArrayList<>();
        commands.follow(set -> sizes.add(set.entries().size()));
        add(1, named("hello"), echo());
        commands.close();

        assertThat(sizes).containsExactly(1, 2, 1);
    }
}
