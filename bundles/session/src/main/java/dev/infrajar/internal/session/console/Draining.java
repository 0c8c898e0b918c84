// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.console;

import dev.infrajar.internal.session.player.Intake;
import dev.infrajar.internal.session.player.LogText;
import dev.infrajar.internal.session.player.SessionTable;
import dev.infrajar.net.core.ConsoleWriter;
import dev.infrajar.net.core.HostAndPort;
import dev.infrajar.net.core.Router;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.Backends;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may drain: the proxy as a whole, a server, one address of a server.
 *
 * @param table counts the sessions that stay
 * @param intake of the proxy as a whole
 * @param router finds servers; null while it is away
 * @param backends of servers; null while the connector is away
 */
record Draining(
        SessionTable table, Intake intake, Supplier<@Nullable Router> router, Supplier<@Nullable Backends> backends) {

    /** Starts or ends a draining, and says what that means. */
    void set(List<String> arguments, boolean isDrained, ConsoleWriter out) {
        switch (arguments.size()) {
            case 0 -> out.println(isDrained ? drainProxy() : undrainProxy());
            case 1 -> out.println(setBackends(arguments.getFirst(), Optional.empty(), isDrained));
            case 2 ->
                out.println(
                        setBackends(arguments.getFirst(), Optional.of(HostAndPort.parse(arguments.get(1))), isDrained));
            default -> throw new IllegalArgumentException("a server and one of its addresses at most");
        }
    }

    private String drainProxy() {
        return intake.drain()
                ? "The proxy is drained: new logins are refused with a text, " + table.count()
                        + (table.count() == 1 ? " session stays" : " sessions stay")
                        + ", pings are answered. Until undrain, a restart, or an update of the session bundle."
                : "The proxy is drained already.";
    }

    private String undrainProxy() {
        if (intake.open()) {
            return "The proxy takes new players again.";
        }
        return intake.isClosed() ? "The proxy stops." : "The proxy is not drained.";
    }

    private String setBackends(String id, Optional<HostAndPort> address, boolean isDrained) {
        Backends known = backends.get();
        if (known == null) {
            return "No bundle is active that can drain a server: the connector is away.";
        }
        String what = LogText.of(id) + address.map(one -> " at " + one).orElse("");
        return isDrained ? drain(known, what, id, address) : undrain(known, what, id, address);
    }

    private String drain(Backends known, String what, String id, Optional<HostAndPort> address) {
        return known.drain(server(id), address)
                ? what + " is drained: it gets no new sessions, those that run stay (" + table.countOn(id)
                        + " on the server). Until undrain, a restart, or an update of the connector bundle."
                : what + " is drained already.";
    }

    /** What has left the configuration can be undrained: it would come back drained. */
    private String undrain(Backends known, String what, String id, Optional<HostAndPort> address) {
        if (known.undrain(id, address)) {
            return what + " gets new sessions again.";
        }
        server(id); // there may be no such server
        return what + " is not drained.";
    }

    private ServerDefinition server(String id) {
        Router known = router.get();
        if (known == null) {
            throw new IllegalArgumentException("the router is away, try again in a moment");
        }
        return known.byId(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no server " + LogText.of(id) + "; there are: " + String.join(", ", ids(known))));
    }

    private static List<String> ids(Router router) {
        return router.all().stream().map(ServerDefinition::id).toList();
    }

    /** Server ids, then the addresses of the server. */
    List<String> complete(List<String> arguments) {
        Router knownServers = router.get();
        Backends known = backends.get();
        if (knownServers == null || arguments.size() > 2) {
            return List.of();
        }
        if (arguments.size() < 2) {
            return ids(knownServers);
        }
        return known == null
                ? List.of()
                : knownServers.byId(arguments.getFirst()).stream()
                        .flatMap(server -> known.of(server).stream())
                        .map(state -> state.address().toString())
                        .toList();
    }
}
