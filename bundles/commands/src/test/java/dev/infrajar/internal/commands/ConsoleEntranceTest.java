// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.internal.commands.registry.CommandSet;
import dev.infrajar.internal.commands.registry.Dispatcher;
import dev.infrajar.internal.commands.registry.FakeCommand;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleEntranceTest {
    private final CommandSet one = CommandSet.of(List.of(new FakeCommand("com.example.a", "hello", "needed", "hi")));
    private final List<ConsoleCommand> commands = Collections.synchronizedList(new ArrayList<>());
    private final List<String> left = Collections.synchronizedList(new ArrayList<>());
    private final ConsoleEntrance entrance = new ConsoleEntrance(new Dispatcher(() -> one), command -> {
        commands.add(command);
        return () -> left.add(command.name());
    });

    @Test
    void registersEachCommandOnceAndTakesItBack() {
        entrance.follow(one);
        entrance.follow(one);
        entrance.close();

        assertThat(commands).extracting(ConsoleCommand::name).containsExactly("hello");
        assertThat(left).containsExactly("hello");
    }

    @Test
    void runsAndCompletesAsThePlayersDo() {
        entrance.follow(one);
        entrance.close();
        StringWriter answer = new StringWriter();
        commands.getFirst().run(List.of("a", "b"), new ConsoleWriter(answer, ConsoleWriter.UNLIMITED));

        assertThat(answer.toString().strip()).isEqualTo("hello of com.example.a (a b)");
        assertThat(commands.getFirst().aliases()).containsExactly("hi");
        assertThat(commands.getFirst().complete(List.of("al"))).containsExactly("alpha", "alpine");
    }
}
