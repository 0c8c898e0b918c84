// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector.names;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.dns.DatagramDnsQuery;
import io.netty.handler.codec.dns.DatagramDnsQueryDecoder;
import io.netty.handler.codec.dns.DatagramDnsResponse;
import io.netty.handler.codec.dns.DatagramDnsResponseEncoder;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DefaultDnsRawRecord;
import io.netty.handler.codec.dns.DefaultDnsRecordEncoder;
import io.netty.handler.codec.dns.DefaultDnsResponse;
import io.netty.handler.codec.dns.DnsQuery;
import io.netty.handler.codec.dns.DnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.handler.codec.dns.DnsResponse;
import io.netty.handler.codec.dns.DnsResponseCode;
import io.netty.handler.codec.dns.DnsSection;
import io.netty.handler.codec.dns.TcpDnsQueryDecoder;
import io.netty.handler.codec.dns.TcpDnsResponseEncoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A name server on the loopback address whose records a test makes up. What it has no record of does not exist. */
final class DnsServer implements AutoCloseable {
    /** What it does with a question. */
    enum Mood {
        ANSWERS,
        IS_SILENT,
        FAILS,
        TRUNCATES
    }

    private final Map<String, List<Supplier<DnsRecord>>> records = new ConcurrentHashMap<>();
    private final Queue<String> questions = new ConcurrentLinkedQueue<>();
    private final Channel datagrams;
    private final Channel connections;
    private volatile Mood mood = Mood.ANSWERS;

    DnsServer(EventLoopGroup loops) throws InterruptedException {
        connections = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .childHandler(pipeline(TcpDnsQueryDecoder::new, TcpDnsResponseEncoder::new, this::byTcp))
                .bind(InetAddress.ofLiteral("127.0.0.1"), 0)
                .sync()
                .channel();
        datagrams = new Bootstrap()
                .group(loops)
                .channel(NioDatagramChannel.class)
                .handler(pipeline(DatagramDnsQueryDecoder::new, DatagramDnsResponseEncoder::new, this::byUdp))
                .bind(connections.localAddress())
                .sync()
                .channel();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) datagrams.localAddress();
    }

    /** All that it was asked, as "A mc.example.com.". */
    List<String> questions() {
        return List.copyOf(questions);
    }

    void become(Mood changed) {
        mood = changed;
    }

    /** Its only records of a kind: addresses. */
    void addresses(String name, int ttlSeconds, String... literals) {
        DnsRecordType type = literals[0].contains(":") ? DnsRecordType.AAAA : DnsRecordType.A;
        records.put(
                key(type, name),
                Stream.of(literals)
                        .map(InetAddress::ofLiteral)
                        .map(address -> record(name, type, ttlSeconds, address.getAddress()))
                        .toList());
    }

    /** The name is another name for the target, whose addresses come along. */
    void alias(String name, int ttlSeconds, String target) {
        ByteBuf encoded = encoded(target);
        byte[] content = new byte[encoded.readableBytes()];
        encoded.readBytes(content).release();
        Supplier<DnsRecord> cname = record(name, DnsRecordType.CNAME, ttlSeconds, content);
        records.put(
                key(DnsRecordType.A, name),
                Stream.concat(
                                // The last link first: a server may order them as it likes.
                                records.getOrDefault(key(DnsRecordType.A, target), List.of()).stream(),
                                Stream.of(cname))
                        .toList());
    }

    /** Adds an SRV record. */
    void service(String name, int ttlSeconds, int priority, int weight, int port, String target) {
        ByteBuf encoded = encoded(target);
        ByteBuf content = Unpooled.buffer()
                .writeShort(priority)
                .writeShort(weight)
                .writeShort(port)
                .writeBytes(encoded);
        encoded.release();
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes).release();
        records.merge(
                key(DnsRecordType.SRV, name),
                List.of(record(name, DnsRecordType.SRV, ttlSeconds, bytes)),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }

    /** Its only SRV record has a compressed name that points behind the message. */
    void brokenService(String name) {
        byte[] bytes = {0, 0, 0, 0, 0, 1, (byte) 0xFF, (byte) 0xFF};
        records.put(key(DnsRecordType.SRV, name), List.of(record(name, DnsRecordType.SRV, 60, bytes)));
    }

    void removeAll() {
        records.clear();
    }

    private static Supplier<DnsRecord> record(String name, DnsRecordType type, int ttlSeconds, byte[] content) {
        // The time to live goes over the wire as 32 bits; the record checks that it is not negative.
        return () -> new DefaultDnsRawRecord(name, type, ttlSeconds, Unpooled.wrappedBuffer(content));
    }

    private static String key(DnsRecordType type, String name) {
        return type.name() + " " + name;
    }

    private static ByteBuf encoded(String name) {
        return new NameEncoder().encoded(name);
    }

    /** The codec's own way to write names. */
    private static final class NameEncoder extends DefaultDnsRecordEncoder {
        ByteBuf encoded(String name) {
            ByteBuf out = Unpooled.buffer();
            try {
                encodeName(name, out);
                return out;
            } catch (Exception e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }

    private void byUdp(ChannelHandlerContext context, DnsQuery query) {
        DatagramDnsQuery datagram = (DatagramDnsQuery) query;
        answer(
                context,
                query,
                new DatagramDnsResponse(
                        /* sender= */ datagram.recipient(), /* recipient= */ datagram.sender(), query.id()),
                mood == Mood.TRUNCATES);
    }

    private void byTcp(ChannelHandlerContext context, DnsQuery query) {
        answer(context, query, new DefaultDnsResponse(query.id()), false);
    }

    private void answer(ChannelHandlerContext context, DnsQuery query, DnsResponse response, boolean truncates) {
        DnsQuestion question = query.recordAt(DnsSection.QUESTION);
        String key = key(question.type(), question.name());
        questions.add(key);
        if (mood == Mood.IS_SILENT) {
            response.release();
            return;
        }
        response.addRecord(DnsSection.QUESTION, new DefaultDnsQuestion(question.name(), question.type()));
        List<Supplier<DnsRecord>> answers = records.getOrDefault(key, List.of());
        if (mood == Mood.FAILS) {
            response.setCode(DnsResponseCode.SERVFAIL);
        } else if (truncates) {
            response.setTruncated(true);
        } else if (answers.isEmpty()) {
            response.setCode(DnsResponseCode.NXDOMAIN);
        }
        if (response.code().equals(DnsResponseCode.NOERROR) && !truncates) {
            answers.forEach(answer -> response.addRecord(DnsSection.ANSWER, answer.get()));
        }
        context.writeAndFlush(response);
    }

    /** What answers a question. */
    private interface Answering {
        void answer(ChannelHandlerContext context, DnsQuery query);
    }

    private static ChannelHandler pipeline(
            Supplier<ChannelHandler> decoder, Supplier<ChannelHandler> encoder, Answering answering) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(decoder.get(), encoder.get(), new SimpleChannelInboundHandler<DnsQuery>() {
                    @Override
                    protected void channelRead0(ChannelHandlerContext context, DnsQuery query) {
                        answering.answer(context, query);
                    }
                });
            }
        };
    }

    @Override
    public void close() {
        datagrams.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
    }
}
