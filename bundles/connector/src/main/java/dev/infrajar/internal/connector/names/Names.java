// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import dev.infrajar.net.transport.Transport;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What host names stand for at the moment. */
public final class Names implements AutoCloseable {
    private final LookupThreads threads = new LookupThreads();
    private final NameCache<List<InetAddress>> addresses;
    private final NameCache<List<Service>> services;

    /**
     * Asks lookups.
     *
     * @param addresses the addresses of hosts, at least one where there are any, in the order to try
     * @param services the SRV records of hosts; found and empty where there is decidedly no server
     */
    public Names(Lookup<List<InetAddress>> addresses, Lookup<List<Service>> services, LongSupplier nanoClock) {
        this.addresses = new NameCache<>(addresses, threads, nanoClock);
        this.services = new NameCache<>(services, threads, nanoClock);
    }

    /** Asks those whom the platform asks, through the event loops of the proxy. */
    public static Names ofPlatform(Transport transport) {
        return of(
                HostsFile.ofPlatform(),
                new NameServers(transport, () -> ResolvConf.read(ResolvConf.PLATFORM), NameServers.PATIENCE),
                InetAddress::getAllByName,
                System::nanoTime);
    }

    static Names of(
            Lookup<List<InetAddress>> hosts,
            NameServers servers,
            PlatformLookup.Source platform,
            LongSupplier nanoClock) {
        return new Names(
                new FirstFound<>(List.of(hosts, new DnsAddresses(servers), new PlatformLookup(platform))),
                new DnsServices(hosts, servers),
                nanoClock);
    }

    /** The addresses of a host; an IP literal is its own. Blocks until the deadline at most. */
    public Answer<List<InetAddress>> addresses(String host, Deadline deadline) throws InterruptedException {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal == null
                ? addresses.of(host).get(deadline)
                : new Answer.Found<>(List.of(literal), TimesToLive.LONGEST);
    }

    /** The address of a host that is known to have one only; empty where somebody would have to be asked. */
    public Optional<InetAddress> onlyAddress(String host) {
        InetAddress literal = NetUtil.createInetAddressFromIpAddressString(host);
        return literal != null
                ? Optional.of(literal)
                : addresses.of(host).fresh().flatMap(Names::only);
    }

    private static Optional<InetAddress> only(Answer<List<InetAddress>> answer) {
        return answer instanceof Answer.Found<List<InetAddress>>(List<InetAddress> all, var _) && all.size() == 1
                ? Optional.of(all.getFirst())
                : Optional.empty();
    }

    /** The services of a host that is no IP literal, if nobody has to be asked. */
    public Optional<Answer<List<Service>>> freshServices(String host) {
        return services.of(host).fresh();
    }

    /** Asks for the services of a host in the background, where what is known of them is old or nothing. Returns at once. */
    public void refreshServices(String host) {
        services.of(host).refresh();
    }

    /** The services of a host that is no IP literal. Blocks until the deadline at most. */
    public Answer<List<Service>> services(String host, Deadline deadline) throws InterruptedException {
        return services.of(host).get(deadline);
    }

    /** What is known of a host's services without asking; empty where nothing is. */
    public Optional<Answer<List<Service>>> knownServices(String host) {
        return services.of(host).known();
    }

    /** Says that a host could not be reached where its records say it is: they are asked for again soon. */
    public void doubt(String host) {
        addresses.of(host).doubt();
        services.of(host).doubt();
    }

    /** Ends the lookups that run, as far as they can be ended. */
    @Override
    public void close() {
        threads.close();
    }
}
