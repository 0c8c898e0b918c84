// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.command.CommandArgument;
import dev.infrajar.api.command.CommandSource;
import dev.infrajar.internal.commands.registry.Answers;
import dev.infrajar.internal.commands.registry.ArgumentList;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.kyori.adventure.text.serializer.legacy.LegacyComponentSerializer;

/** {@code broadcast}: a text for everybody, or for those on one server; {@code &} begins a colour. */
record BroadcastSub(Surroundings proxy, Broadcast players) implements SubCommand {
    private static final ArgumentList ARGUMENTS = ArgumentList.of(List.of(CommandArgument.text("text")));
    private static final Pattern WITH_SERVER = Pattern.compile("(.*\\S)\\s+--server\\s+(\\S+)\\s*");
    private static final String OPTION = "--server ";

    @Override
    public String name() {
        return "broadcast";
    }

    @Override
    public String summary() {
        return "tells everybody something; --server ID behind it: only those there";
    }

    @Override
    public ArgumentList arguments() {
        return ARGUMENTS;
    }

    @Override
    public void run(CommandSource source, List<String> values) {
        Matcher withServer = WITH_SERVER.matcher(values.getFirst());
        if (withServer.matches()) {
            toServer(source, withServer.group(1), withServer.group(2));
        } else {
            tell(source, values.getFirst(), Optional.empty());
        }
    }

    private void toServer(CommandSource source, String text, String server) {
        if (proxy.router().flatMap(router -> router.byId(server)).isEmpty()) {
            source.sendMessage(Answers.error("There is no server '" + server + "'."));
        } else {
            tell(source, text, Optional.of(server));
        }
    }

    private void tell(CommandSource source, String text, Optional<String> server) {
        int told = players.send(LegacyComponentSerializer.legacyAmpersand().deserialize(text), server);
        source.sendMessage(Answers.success("Sent to " + told + (told == 1 ? " player." : " players.")));
    }

    /** The servers behind {@code --server}. */
    @Override
    public List<String> complete(CommandSource source, List<String> values) {
        int option = values.getFirst().lastIndexOf(OPTION);
        boolean namesServer = option > 0 && values.getFirst().indexOf(' ', option + OPTION.length()) < 0;
        return namesServer
                ? proxy.router().map(Router::all).orElse(List.of()).stream()
                        .map(ServerDefinition::id)
                        .toList()
                : List.of();
    }
}
