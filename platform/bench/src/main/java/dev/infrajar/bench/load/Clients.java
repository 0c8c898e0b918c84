// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Opens sessions; one thread. Each session comes from an address of its own in 127.0.0.0/8, so that a proxy's limits per
 * address never count in.
 */
public final class Clients implements Closeable {
    /** 127.1.0.1, the first address used. */
    private static final int FIRST_ADDRESS = 0x7F01_0001;

    /** Addresses used before the first comes again: 127.1.0.1 to 127.8.255.255. */
    private static final int ADDRESSES = 0x0007_FFFF;

    private final Watchdog watchdog = new Watchdog();
    private final Duration limit;
    private int opened;

    /**
     * Makes a source of sessions.
     *
     * @param limit the longest that any one exchange may take
     */
    public Clients(Duration limit) {
        this.limit = limit;
    }

    /**
     * Opens a session and waits until the backend has answered through the proxy.
     *
     * @throws IOException if it cannot be opened in time
     */
    public Client open(Target target, Order order) throws IOException {
        SocketChannel channel = connect(target.address());
        Client client = new Client(channel, watchdog, limit);
        try {
            client.login(target.host(), order);
            return client;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Asks for the server list entry.
     *
     * @return the JSON text of the answer
     * @throws IOException if nobody listens, or no answer comes
     */
    public String status(Target target) throws IOException {
        try (SocketChannel channel = connect(target.address());
                Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
            Bulk.sendAll(channel, Preamble.status(target.host()).nioBuffer());
            return Preamble.readStatus(channel);
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }

    /**
     * Connects from the next address.
     *
     * @return blocking; the caller closes it
     * @throws IOException if nobody listens
     */
    public SocketChannel connect(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.bind(new InetSocketAddress(nextAddress(), 0));
            // On loopback a connect is answered or refused at once, or waits for a full backlog.
            try (Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
                channel.connect(address);
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private InetAddress nextAddress() throws IOException {
        int address = FIRST_ADDRESS + opened++ % ADDRESSES;
        return InetAddress.getByAddress(
                ByteBuffer.allocate(Integer.BYTES).putInt(address).array());
    }
}
