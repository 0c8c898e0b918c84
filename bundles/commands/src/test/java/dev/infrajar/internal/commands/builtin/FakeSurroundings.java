// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.builtin;

import dev.infrajar.api.server.ProxyMode;
import dev.infrajar.net.core.BackendAddress;
import dev.infrajar.net.core.ConsoleCommand;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.ServerState;
import dev.infrajar.net.core.ServerStates;
import dev.infrajar.net.core.Sessions;
import dev.infrajar.net.core.Timeouts;
import dev.infrajar.net.transport.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two servers, one of them asleep, and a console that has a command plugins. */
final class FakeSurroundings implements Surroundings {
    private final Optional<Sessions> sessions;

    FakeSurroundings(Optional<Sessions> sessions) {
        this.sessions = sessions;
    }

    private static ServerDefinition server(String id) {
        return new ServerDefinition(
                id,
                List.of(),
                List.of(BackendAddress.of(HostAndPort.parse("127.0.0.1:25565"))),
                ProxyMode.PASSTHROUGH,
                false,
                new DomainRewrite.None(),
                new Timeouts(Optional.empty(), Duration.ZERO, Duration.ZERO),
                0,
                "",
                id + ".toml",
                Map.of());
    }

    @Override
    public Optional<Sessions> sessions() {
        return sessions;
    }

    @Override
    public Optional<Router> router() {
        List<ServerDefinition> all = List.of(server("arena"), server("lobby"));
        return Optional.of(new Router() {
            @Override
            public Optional<ServerDefinition> route(String virtualHost) {
                return Optional.empty();
            }

            @Override
            public Optional<ServerDefinition> byId(String id) {
                return all.stream().filter(server -> server.id().equals(id)).findFirst();
            }

            @Override
            public List<ServerDefinition> all() {
                return all;
            }
        });
    }

    @Override
    public Optional<Backends> backends() {
        return Optional.empty();
    }

    @Override
    public Optional<ServerStates> states() {
        return Optional.of(
                server -> server.id().equals("arena") ? Optional.of(ServerState.SLEEPING) : Optional.empty());
    }

    @Override
    public Optional<ConsoleCommand> console(String name) {
        return name.equals("plugins")
                ? Optional.of(new ConsoleCommand() {
                    @Override
                    public String name() {
                        return "plugins";
                    }

                    @Override
                    public String usage() {
                        return "";
                    }

                    @Override
                    public String summary() {
                        return "";
                    }

                    @Override
                    public void run(List<String> arguments, ConsoleWriter out) {
                        out.println("hello.jar active");
                    }
                })
                : Optional.empty();
    }

    @Override
    public String version() {
        return "1.2.3";
    }
}
