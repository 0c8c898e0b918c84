// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;
import io.netty.handler.codec.dns.DnsRawRecord;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsSection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads SRV records out of an answer. */
final class ServiceRecords {
    /** Two bytes each: priority, weight, port. */
    private static final int FIXED_BYTES = 6;

    /** A target that is no host name is passed over. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.");

    /** An answer with more is not taken whole. */
    private static final int MOST_SERVICES = 16;

    private final List<Service> services = new ArrayList<>();
    private boolean isDeclined;
    private long ttlSeconds = Long.MAX_VALUE;

    private ServiceRecords() {}

    /**
     * The services in the order of the message; found and empty where a record says that there is decidedly none (its target
     * is the root).
     */
    static Answer<List<Service>> read(DnsResponse response) {
        ServiceRecords reader = new ServiceRecords();
        for (int i = 0; i < response.count(DnsSection.ANSWER); i++) {
            reader.take(response.recordAt(DnsSection.ANSWER, i));
        }
        return reader.services.isEmpty() && !reader.isDeclined
                ? new Answer.None<>("no SRV record")
                : new Answer.Found<>(List.copyOf(reader.services), TimesToLive.of(reader.ttlSeconds));
    }

    private void take(DnsRecord answer) {
        if (answer.type().equals(DnsRecordType.SRV)
                && answer instanceof DnsRawRecord raw
                && raw.content().readableBytes() > FIXED_BYTES
                && services.size() < MOST_SERVICES) {
            ttlSeconds = Math.min(ttlSeconds, answer.timeToLive());
            read(raw.content().duplicate());
        }
    }

    private void read(ByteBuf content) {
        int priority = content.readUnsignedShort();
        int weight = content.readUnsignedShort();
        int port = content.readUnsignedShort();
        String target = DefaultDnsRecordDecoder.decodeName(content);
        if (target.equals(".")) {
            isDeclined = true;
        } else if (port > 0 && HOST.matcher(target).matches()) {
            services.add(new Service(target.substring(0, target.length() - 1), port, priority, weight));
        }
    }
}
