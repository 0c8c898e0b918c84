// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import io.netty.handler.codec.dns.DnsRecordType;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/**
 * The addresses that DNS has for a host: those of IPv4 first, as the JDK orders them. Both kinds are asked for at once.
 *
 * @param servers answer
 */
record DnsAddresses(NameServers servers) implements Lookup<List<InetAddress>> {
    @Override
    public Answer<List<InetAddress>> ask(String name) throws InterruptedException {
        ResolvConf whom = servers.configuration();
        Answer<List<InetAddress>> last = new Answer.None<>("no name server is configured");
        for (String fullName : whom.servers().isEmpty() ? List.<String>of() : whom.candidates(name)) {
            last = both(whom, fullName);
            if (last instanceof Answer.Found) {
                return last;
            }
        }
        return last;
    }

    private Answer<List<InetAddress>> both(ResolvConf whom, String fullName) throws InterruptedException {
        FutureTask<Answer<List<InetAddress>>> v6 = new FutureTask<>(() -> one(whom, fullName, DnsRecordType.AAAA));
        Thread asking = Thread.ofVirtual().name("infrajar-lookup").start(v6);
        try {
            return merged(one(whom, fullName, DnsRecordType.A), v6.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("the question for IPv6 addresses broke off", e.getCause());
        } finally {
            asking.interrupt();
        }
    }

    private Answer<List<InetAddress>> one(ResolvConf whom, String fullName, DnsRecordType type)
            throws InterruptedException {
        return servers.ask(whom, fullName, type, message -> AddressRecords.read(message, fullName, type));
    }

    private static Answer<List<InetAddress>> merged(Answer<List<InetAddress>> v4, Answer<List<InetAddress>> v6) {
        if (v4 instanceof Answer.Found(List<InetAddress> first, Duration one)
                && v6 instanceof Answer.Found(List<InetAddress> second, Duration other)) {
            return new Answer.Found<>(
                    Stream.concat(first.stream(), second.stream()).toList(), one.compareTo(other) < 0 ? one : other);
        }
        return Stream.of(v4, v6)
                .filter(Answer.Found.class::isInstance)
                .findFirst()
                .orElse(v4 instanceof Answer.Failed ? v4 : v6);
    }
}
