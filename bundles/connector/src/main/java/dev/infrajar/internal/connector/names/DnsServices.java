// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import io.netty.handler.codec.dns.DnsRecordType;
import java.net.InetAddress;
import java.util.List;

/**
 * The SRV records that DNS has for a host's Minecraft server. A name of the hosts file has none: who wrote it there meant
 * that machine.
 *
 * @param hosts knows the hosts file
 * @param servers answer
 */
record DnsServices(Lookup<List<InetAddress>> hosts, NameServers servers) implements Lookup<List<Service>> {
    /** What clients ask for too. */
    private static final String SERVICE = "_minecraft._tcp.";

    @Override
    public Answer<List<Service>> ask(String host) throws InterruptedException {
        if (hosts.ask(host) instanceof Answer.Found) {
            return new Answer.None<>("a name of the hosts file");
        }
        String fullName = host.endsWith(".") ? host : host + ".";
        return servers.ask(servers.configuration(), SERVICE + fullName, DnsRecordType.SRV, ServiceRecords::read);
    }
}
