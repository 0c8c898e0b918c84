// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import dev.infrajar.net.transport.Transport;
import io.netty.channel.AddressedEnvelope;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverChannelStrategy;
import io.netty.resolver.dns.SequentialDnsServerAddressStreamProvider;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends questions to name servers with Netty's resolver: a new port for each (RFC 5452, section 9.2), TCP where an answer
 * does not fit a datagram. Of the resolver only the exchange of messages is used: its own search through servers falls back
 * to public ones and follows referrals, which a proxy must not do unasked, and it hides the time to live of aliases.
 */
final class NameServers {
    /** A lost datagram is sent again while a connect timeout has not passed. */
    static final Duration PATIENCE = Duration.ofMillis(1500);

    /** As the C library's "attempts". */
    private static final int ROUNDS = 2;

    private final Transport transport;
    private final Supplier<ResolvConf> configuration;
    private final Duration patience;

    /** The server that answered last: one that is down costs its patience once, not at each question. */
    private volatile int preferred;

    private @Nullable DnsNameResolver resolver;

    NameServers(Transport transport, Supplier<ResolvConf> configuration, Duration patience) {
        this.transport = transport;
        this.configuration = configuration;
        this.patience = patience;
    }

    /** Whom to ask at this moment. */
    ResolvConf configuration() {
        return configuration.get();
    }

    /**
     * Asks until a server knows. Blocks.
     *
     * @param fullName with a dot at its end
     * @param reader makes something of a message that says there are records, or that there are none; it does not keep
     *     the message
     */
    <V> Answer<V> ask(ResolvConf whom, String fullName, DnsRecordType type, Function<DnsResponse, Answer<V>> reader)
            throws InterruptedException {
        List<InetSocketAddress> servers = whom.servers();
        if (servers.isEmpty()) {
            return new Answer.None<>("no name server is configured");
        }
        DnsQuestion question;
        try {
            question = new DefaultDnsQuestion(fullName, type);
        } catch (IllegalArgumentException _) {
            return new Answer.None<>("not a name that DNS can have");
        }
        return ask(servers, question, reader);
    }

    private <V> Answer<V> ask(
            List<InetSocketAddress> servers, DnsQuestion question, Function<DnsResponse, Answer<V>> reader)
            throws InterruptedException {
        int first = preferred;
        Answer<V> last = new Answer.Failed<>("no answer");
        for (int i = 0; i < servers.size() * ROUNDS && last instanceof Answer.Failed; i++) {
            int index = (first + i) % servers.size();
            last = exchange(resolver(servers), servers.get(index), question, reader);
            preferred = last instanceof Answer.Failed ? preferred : index;
        }
        return last;
    }

    /** Made with the first question: most installations name their backends by addresses. */
    private synchronized DnsNameResolver resolver(List<InetSocketAddress> servers) {
        DnsNameResolver present = resolver;
        if (present == null) {
            present = new DnsNameResolverBuilder(transport.eventLoops().next())
                    .datagramChannelType(transport.datagramChannelType())
                    .socketChannelType(transport.channelType())
                    .datagramChannelStrategy(DnsNameResolverChannelStrategy.ChannelPerResolution)
                    .nameServerProvider(new SequentialDnsServerAddressStreamProvider(servers))
                    .queryTimeoutMillis(patience.toMillis())
                    .build();
            resolver = present;
        }
        return present;
    }

    private static <V> Answer<V> exchange(
            DnsNameResolver resolver,
            InetSocketAddress server,
            DnsQuestion question,
            Function<DnsResponse, Answer<V>> reader)
            throws InterruptedException {
        Future<AddressedEnvelope<DnsResponse, InetSocketAddress>> asked = resolver.query(server, question);
        try {
            asked.await();
        } catch (InterruptedException e) {
            asked.addListener(NameServers::discard);
            throw e;
        }
        if (!asked.isSuccess()) {
            return new Answer.Failed<>("name server " + server.getAddress().getHostAddress() + " does not answer");
        }
        AddressedEnvelope<DnsResponse, InetSocketAddress> message = asked.getNow();
        try {
            DnsResponseCode code = message.content().code();
            return code.equals(DnsResponseCode.NOERROR) || code.equals(DnsResponseCode.NXDOMAIN)
                    ? reader.apply(message.content())
                    : new Answer.Failed<>("name server " + server.getAddress().getHostAddress() + " answers " + code);
        } catch (DecoderException | IndexOutOfBoundsException _) {
            return new Answer.Failed<>(
                    "name server " + server.getAddress().getHostAddress() + " sends an answer that cannot be read");
        } finally {
            message.release();
        }
    }

    private static void discard(Future<? super AddressedEnvelope<DnsResponse, InetSocketAddress>> asked) {
        if (asked.isSuccess() && asked.getNow() instanceof AddressedEnvelope<?, ?> late) {
            late.release();
        }
    }
}
