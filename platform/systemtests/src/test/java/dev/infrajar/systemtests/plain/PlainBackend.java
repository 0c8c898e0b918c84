// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Ports;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server that notes how a player arrives and then sends back every byte. It answers status requests with its own text,
 * and knows no legacy pings.
 */
public final class PlainBackend implements AutoCloseable {
    /**
     * A login as it arrived.
     *
     * @param proxyHeader what came before the handshake, if the backend expects it
     * @param protocol the protocol number
     * @param host the host of the handshake, with any suffix
     * @param port the port of the handshake
     * @param name the player
     */
    public record Arrival(Optional<ProxyHeader> proxyHeader, int protocol, String host, int port, String name) {}

    private final Connections connections;
    private final String motd;
    private final String members;
    private final boolean expectsProxyHeader;
    private final byte[] greeting;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<ProxyHeader> headers = new ConcurrentLinkedQueue<>();

    private PlainBackend(String motd, String members, boolean expectsProxyHeader, int port, byte... greeting)
            throws IOException {
        this.motd = motd;
        this.members = members;
        this.expectsProxyHeader = expectsProxyHeader;
        this.greeting = greeting;
        this.connections = new Connections(port);
        connections.serve("backend", this::serve);
    }

    /**
     * Starts one.
     *
     * @param motd the text of its server list entry
     * @return listening
     */
    public static PlainBackend start(String motd) {
        return start(motd, "", false, Ports.free());
    }

    /**
     * Starts one whose server list entry has members that vanilla servers do not send.
     *
     * @param motd the text of its server list entry
     * @param members JSON, each behind a comma
     * @return listening
     */
    public static PlainBackend startSaying(String motd, String members) {
        return start(motd, members, false, Ports.free());
    }

    /**
     * Starts one where another has been.
     *
     * @param motd the text of its server list entry
     * @param port of the loopback address
     * @return listening
     */
    public static PlainBackend startOn(String motd, int port) {
        return start(motd, "", false, port);
    }

    /**
     * Starts one that takes connections with a PROXY v2 header only.
     *
     * @return listening
     */
    public static PlainBackend startBehindProxyProtocol() {
        return start("Behind a header", "", true, Ports.free());
    }

    /**
     * Starts one that answers each login start with a packet of its own, before it sends anything back.
     *
     * @param motd the text of its server list entry
     * @param greeting the packet, a whole frame
     * @return listening
     */
    public static PlainBackend startGreeting(String motd, byte... greeting) {
        return start(motd, "", false, Ports.free(), greeting);
    }

    /**
     * The headers that came, those of status questions among them.
     *
     * @return in their order
     */
    public List<ProxyHeader> headers() {
        return List.copyOf(headers);
    }

    /**
     * Where it listens.
     *
     * @return the port on the loopback address
     */
    public int port() {
        return connections.port();
    }

    /**
     * How many connections there were, logins or not.
     *
     * @return 0 or more
     */
    public int connections() {
        return connections.count();
    }

    /**
     * Waits for a login.
     *
     * @param name the player; others that arrived before are forgotten
     * @return how that player arrived
     */
    public Arrival awaitArrival(String name) {
        try {
            Arrival arrival = next();
            while (!arrival.name().equals(name)) {
                arrival = next();
            }
            return arrival;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while waiting for a login", stopped);
        }
    }

    /** Closes the port and every connection. */
    @Override
    public void close() {
        connections.close();
    }

    private static PlainBackend start(
            String motd, String members, boolean expectsProxyHeader, int port, byte... greeting) {
        try {
            return new PlainBackend(motd, members, expectsProxyHeader, port, greeting);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Arrival next() throws InterruptedException {
        Arrival arrival = arrivals.poll(ChildProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("nobody arrives at the backend; connections that failed: " + failures);
        }
        return arrival;
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            Optional<ProxyHeader> header = expectsProxyHeader ? Optional.of(ProxyHeader.read(in)) : Optional.empty();
            header.ifPresent(headers::add);
            var handshake = Connections.readPacket(in);
            int protocol = Bytes.readVarInt(handshake);
            String host = Bytes.readString(handshake);
            int port = handshake.readUnsignedShort();
            if (Bytes.readVarInt(handshake) == 1) {
                answerStatus(in, socket, protocol);
            } else {
                String name = Bytes.readString(Connections.readPacket(in));
                arrivals.add(new Arrival(header, protocol, host, port, name));
                socket.getOutputStream().write(greeting);
                in.transferTo(socket.getOutputStream());
            }
        } catch (IOException ended) {
            // A client may leave at any point: told only to a test that waits in vain.
            failures.add(ended.toString());
        }
    }

    private void answerStatus(DataInputStream in, Socket socket, int protocol) throws IOException {
        Connections.readPacket(in);
        String answer = """
                {"version": {"name": "plain", "protocol": %d}, "players": {"max": 5, "online": 3},
                 "description": {"text": "%s"}%s}""".formatted(protocol, motd, members);
        socket.getOutputStream().write(new Bytes().varInt(0).string(answer).frame());
        long token = Connections.readPacket(in).readLong();
        socket.getOutputStream().write(new Bytes().varInt(1).i64(token).frame());
    }
}
