// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.guard;

import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.admission.RequestKind;
import dev.infrajar.net.admission.Verdict;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.transport.ClientConnection;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.function.Supplier;
import net.kyori.adventure.text.Component;

/** Lets clients in by their address alone: filters, rates, and the ceiling of open connections. */
final class AddressGate implements Gate {
    private static final Verdict TOO_MANY = new Verdict.Drop(Reason.OPEN_CONNECTIONS.text());
    private static final Verdict TOO_MANY_PINGS = new Verdict.Drop(Reason.STATUS_RATE.text());
    private static final Verdict TOO_MANY_LOGINS =
            new Verdict.Refuse(Component.text("Rate limit exceeded"), Reason.LOGIN_RATE.text());

    private static final String SHARED_ADDRESS =
            ". Players who share an address share this limit: raise it, or set it to 0 for none; behind a load balancer,"
                    + " receive_proxy_protocol tells the players apart";

    private final Settings settings;
    private final Counters counters;
    private final AddressFilter filter = new AddressFilter();

    /**
     * What is configured. Each is asked for every decision.
     *
     * @param ceiling the key at the top of the file
     * @param filter the global filter
     */
    record Settings(Supplier<GuardConfig> ceiling, Supplier<IpFilterConfig> filter) {}

    /**
     * What is counted.
     *
     * @param logins the rate of logins
     * @param pings the rate of pings
     * @param open the open connections
     * @param refusals who was not let in
     * @param log tells operators of limits
     */
    record Counters(RateLimit logins, RateLimit pings, OpenConnections open, Refusals refusals, LimitLog log) {}

    AddressGate(Settings settings, Counters counters) {
        this.settings = settings;
        this.counters = counters;
    }

    @Override
    public Verdict connection(ClientConnection connection) {
        ClientKey client = key(connection);
        int most = settings.ceiling().get().maxConnectionsPerAddress();
        if (counters.open().admits(client, connection.channel(), most)) {
            return Verdict.PASS;
        }
        return limited(
                client,
                Reason.OPEN_CONNECTIONS,
                TOO_MANY,
                () -> "has had a connection closed: max_connections_per_address = " + most + " are open");
    }

    @Override
    public Verdict request(ClientConnection connection, RequestKind kind) {
        InetAddress address = address(connection);
        if (!filter.admits(settings.filter().get(), address)) {
            return filtered(connection, kind, Reason.ADDRESS_FILTER, " is not allowed");
        }
        return switch (kind) {
            case LOGIN -> login(ClientKey.of(address));
            case STATUS -> ping(ClientKey.of(address));
        };
    }

    @Override
    public Verdict server(ClientConnection connection, RequestKind kind, ServerDefinition server) {
        boolean isAdmitted = server.part(ServerIpFilterConfig.class)
                .map(lists -> filter.admits(lists, address(connection)))
                .orElse(true);
        return isAdmitted
                ? Verdict.PASS
                : filtered(connection, kind, Reason.SERVER_ADDRESS_FILTER, " is not allowed on this server");
    }

    private Verdict login(ClientKey client) {
        return counters.logins().admits(client)
                ? Verdict.PASS
                : limited(
                        client,
                        Reason.LOGIN_RATE,
                        TOO_MANY_LOGINS,
                        () -> "was refused a login: [rate_limit] max_connections and window allow "
                                + counters.logins().rate());
    }

    private Verdict ping(ClientKey client) {
        return counters.pings().admits(client)
                ? Verdict.PASS
                : limited(
                        client,
                        Reason.STATUS_RATE,
                        TOO_MANY_PINGS,
                        () -> "got no answer to a ping: [rate_limit] status_max and status_window allow "
                                + counters.pings().rate());
    }

    private Verdict limited(ClientKey client, Reason reason, Verdict verdict, Supplier<String> what) {
        counters.refusals().count(client, reason);
        counters.log().tell(client, () -> what.get() + SHARED_ADDRESS);
        return verdict;
    }

    private Verdict filtered(ClientConnection connection, RequestKind kind, Reason reason, String textEnd) {
        counters.refusals().count(key(connection), reason);
        return switch (kind) {
            case LOGIN ->
                new Verdict.Refuse(
                        Component.text("IP " + NetUtil.toAddressString(address(connection)) + textEnd), reason.text());
            case STATUS -> new Verdict.Drop(reason.text());
        };
    }

    private static InetAddress address(ClientConnection connection) {
        return connection.client().getAddress();
    }

    private static ClientKey key(ClientConnection connection) {
        return ClientKey.of(address(connection));
    }
}
