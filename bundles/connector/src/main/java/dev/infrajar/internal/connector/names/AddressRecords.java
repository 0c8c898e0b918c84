// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsSection;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the addresses out of an answer: the records of the name that was asked for, or of what it is an alias of. A recursive
 * server sends the whole chain of aliases; the shortest time to live in it counts.
 */
final class AddressRecords {
    private static final int V4_BYTES = 4;
    private static final int V6_BYTES = 16;

    /** An answer with more is not taken whole. */
    private static final int MOST_ADDRESSES = 16;

    private static final int MOST_RECORDS = 256;

    /** As resolvers follow. */
    private static final int LONGEST_CHAIN = 16;

    private final Set<String> names = new HashSet<>();
    private final List<InetAddress> addresses = new ArrayList<>();
    private long ttlSeconds = Long.MAX_VALUE;

    private AddressRecords(String name) {
        names.add(TimesToLive.fold(name));
    }

    /** The addresses of one kind, {@link DnsRecordType#A} or {@link DnsRecordType#AAAA}. */
    static Answer<List<InetAddress>> read(DnsResponse response, String name, DnsRecordType type) {
        AddressRecords reader = new AddressRecords(name);
        List<DnsRecord> answers = new ArrayList<>();
        for (int i = 0; i < Math.min(response.count(DnsSection.ANSWER), MOST_RECORDS); i++) {
            answers.add(response.recordAt(DnsSection.ANSWER, i));
        }
        reader.followAliases(answers);
        answers.forEach(answer -> reader.take(answer, type));
        return reader.addresses.isEmpty()
                ? new Answer.None<>("unknown host name")
                : new Answer.Found<>(List.copyOf(reader.addresses), TimesToLive.of(reader.ttlSeconds));
    }

    /** Again and again, as the order in a message is free: each round finds the next link at least. */
    private void followAliases(List<DnsRecord> answers) {
        for (int i = 0; i < Math.min(answers.size(), LONGEST_CHAIN); i++) {
            answers.forEach(this::followAlias);
        }
    }

    private void followAlias(DnsRecord answer) {
        if (answer.type().equals(DnsRecordType.CNAME) && answer instanceof DnsRawRecord raw && isAsked(answer)) {
            names.add(TimesToLive.fold(
                    DefaultDnsRecordDecoder.decodeName(raw.content().duplicate())));
            ttlSeconds = Math.min(ttlSeconds, answer.timeToLive());
        }
    }

    private void take(DnsRecord answer, DnsRecordType type) {
        if (answer.type().equals(type)
                && answer instanceof DnsRawRecord raw
                && isAsked(answer)
                && hasLengthOf(type, raw.content())
                && addresses.size() < MOST_ADDRESSES) {
            addresses.add(address(raw.content()));
            ttlSeconds = Math.min(ttlSeconds, answer.timeToLive());
        }
    }

    private boolean isAsked(DnsRecord answer) {
        return names.contains(TimesToLive.fold(answer.name()));
    }

    private static boolean hasLengthOf(DnsRecordType type, ByteBuf content) {
        return content.readableBytes() == (type.equals(DnsRecordType.A) ? V4_BYTES : V6_BYTES);
    }

    private static InetAddress address(ByteBuf content) {
        try {
            return InetAddress.getByAddress(ByteBufUtil.getBytes(content));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }
}
