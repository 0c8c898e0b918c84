// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plugin.probe;

import dev.infrajar.api.command.Command;
import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandCall;
import dev.infrajar.api.command.CommandDeclaration;
import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.PlayerClient;
import dev.infrajar.api.player.Players;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.kyori.adventure.text.Component;
import net.kyori.adventure.title.Title;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** {@code probe PLAYER WHAT VALUE}: calls the player's client, and answers what has become of it. */
@org.osgi.service.component.annotations.Component
@CommandDeclaration(name = "probe", description = "calls a player's client")
public final class ProbeCommand implements Command {
    private static final String KEY = "test:cookie";

    private final Players players;

    /** Called by Declarative Services. */
    @Activate
    public ProbeCommand(@Reference Players players) {
        this.players = players;
    }

    @Override
    public List<CommandArgument> arguments() {
        return List.of(CommandArgument.word("player"), CommandArgument.word("what"), CommandArgument.text("value"));
    }

    @Override
    public void execute(CommandCall call) {
        String name = call.arguments().get(0);
        String what = call.arguments().get(1);
        String answer = ask(
                players.named(name).getFirst().client(), what, call.arguments().get(2));
        call.source().sendMessage(Component.text(String.join(" ", call.arguments()) + ": " + answer));
    }

    private static String ask(PlayerClient client, String what, String value) {
        Component text = Component.text(value);
        return switch (what) {
            case "message" -> client.sendMessage(text).toString();
            case "bar" -> client.sendActionBar(text).toString();
            case "title" ->
                client.showTitle(Title.title(text, Component.text("below"))).toString();
            case "plugin" ->
                client.sendPluginMessage("test:probe", bytes(value)).toString();
            case "disconnect" -> client.disconnect(text).toString();
            case "transfer" -> client.transfer(value, 25_570).toString();
            case "store" -> client.storeCookie(KEY, bytes(value)).toString();
            case "request" -> describe(client.requestCookie(KEY));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String describe(CookieReply reply) {
        return switch (reply) {
            case CookieReply.Found(ByteBuffer value) ->
                StandardCharsets.UTF_8.decode(value).toString();
            case CookieReply.Missing() -> "MISSING";
            case CookieReply.NoAnswer() -> "NO_ANSWER";
            case CookieReply.NotAsked(var why) -> why.toString();
        };
    }

    private static ByteBuffer bytes(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }
}
