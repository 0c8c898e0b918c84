// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.registry;

import static dev.infrajar.api.command.CommandArgument.integer;
import static dev.infrajar.api.command.CommandArgument.text;
import static dev.infrajar.api.command.CommandArgument.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.internal.commands.registry.ArgumentList.Parsed;
import dev.infrajar.internal.commands.tree.GraftNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArgumentListTest {
    private static final ArgumentList GIVE =
            ArgumentList.of(List.of(word("player"), integer("amount").optional()));

    private static final ArgumentList TELL = ArgumentList.of(List.of(word("player"), text("words")));

    private static Parsed right(String... values) {
        return new Parsed.Right(List.of(values));
    }

    @Test
    void takesWords() {
        assertThat(GIVE.parse("Steve 3")).isEqualTo(right("Steve", "3"));
        assertThat(GIVE.parse("  Steve   3  ")).isEqualTo(right("Steve", "3"));
    }

    @Test
    void leavesOutWhatIsOptional() {
        assertThat(GIVE.parse("Steve")).isEqualTo(right("Steve"));
    }

    @Test
    void takesTheRestAsText() {
        assertThat(TELL.parse("Steve how  are you")).isEqualTo(right("Steve", "how  are you"));
    }

    @Test
    void refusesWhatIsMissing() {
        assertThat(TELL.parse("Steve")).isEqualTo(new Parsed.Wrong("The argument <words> is missing."));
        assertThat(TELL.parse("")).isEqualTo(new Parsed.Wrong("The argument <player> is missing."));
    }

    @Test
    void refusesWhatIsTooMuch() {
        assertThat(GIVE.parse("Steve 3 4")).isEqualTo(new Parsed.Wrong("Too many arguments."));
        assertThat(ArgumentList.NONE.parse("x")).isEqualTo(new Parsed.Wrong("Too many arguments."));
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(GIVE.parse("Steve many")).isEqualTo(new Parsed.Wrong("'many' is not a whole number."));
        assertThat(GIVE.parse("Steve 99999999999")).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void acceptsNothingForNothing() {
        assertThat(ArgumentList.NONE.parse(" ")).isEqualTo(right());
    }

    @Test
    void knowsWhatIsBeingTyped() {
        assertThat(GIVE.parseSoFar("")).contains(List.of(""));
        assertThat(GIVE.parseSoFar("St")).contains(List.of("St"));
        assertThat(GIVE.parseSoFar("Steve ")).contains(List.of("Steve", ""));
        assertThat(GIVE.parseSoFar("Steve 3 ")).isEmpty();
        assertThat(TELL.parseSoFar("Steve how are ")).contains(List.of("Steve", "how are "));
        assertThat(ArgumentList.NONE.parseSoFar("")).isEmpty();
    }

    @Test
    void describesItself() {
        assertThat(GIVE.usage()).isEqualTo("<player> [amount]");
        assertThat(TELL.usage()).isEqualTo("<player> <words...>");
    }

    @Test
    void becomesNodes() {
        assertThat(GIVE.tree("give"))
                .isEqualTo(new GraftNode.Literal(
                        "give",
                        false,
                        List.of(new GraftNode.Argument(
                                "player",
                                GraftNode.Kind.WORD,
                                true,
                                true,
                                List.of(new GraftNode.Argument(
                                        "amount", GraftNode.Kind.INTEGER, true, false, List.of()))))));
    }

    @Test
    void refusesDeclarationsThatCannotBeServed() {
        refuses(List.of(text("words"), word("player")), "text, but not the last one");
        refuses(List.of(word("a").optional(), word("b")), "follows an optional one");
        refuses(List.of(word("a"), word("a")), "two arguments called a");
        refuses(IntStream.range(0, 17).mapToObj(i -> word("a" + i)).toList(), "more than 16 arguments");
    }

    private static void refuses(List<CommandArgument> declared, String reason) {
        assertThatThrownBy(() -> ArgumentList.of(declared))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
