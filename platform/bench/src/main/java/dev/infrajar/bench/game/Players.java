// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.game;

import dev.infrajar.bench.load.Clients;
import dev.infrajar.bench.load.Order;
import dev.infrajar.bench.load.Target;
import dev.infrajar.bench.load.Watchdog;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets players join, each from an address of its own and with a name of its own; one thread. */
public final class Players implements Closeable {
    /** Bytes; a login needs no more at once. */
    private static final int CHUNK_BYTES = 4096;

    private final Watchdog watchdog = new Watchdog();
    private final Clients clients;
    private final Duration limit;
    private int joined;

    /**
     * Makes a source of players.
     *
     * @param clients for their connections
     * @param limit the longest that any one exchange may take
     */
    public Players(Clients clients, Duration limit) {
        this.clients = clients;
        this.limit = limit;
    }

    /**
     * Logs a player in and tells the server what it wants.
     *
     * @throws IOException if that fails, or is not over in time
     */
    public GameClient join(Target target, Order order) throws IOException {
        SocketChannel channel = clients.connect(target.address());
        try (Watchdog.Guard _ = watchdog.closeAfter(channel, limit)) {
            Encryption encryption = new Connection(channel).join(target.host(), "bench" + joined++, order);
            return new GameClient(channel, encryption, watchdog, limit);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        watchdog.close();
    }

    /** The login on a blocking socket. */
    private static final class Connection {
        private final SocketChannel channel;
        private final PlayerLogin login = new PlayerLogin();
        private final ByteBuf unread = Unpooled.buffer(CHUNK_BYTES);
        private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        private @Nullable Encryption encryption;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        @Nullable
        Encryption join(String host, String name, Order order) throws IOException {
            send(PlayerLogin.begin(host, name));
            while (!login.isJoined()) {
                receive();
                ByteBuf answers = Unpooled.buffer();
                login.take(unread, answers);
                send(answers);
                encryptIfAsked();
            }
            if (unread.isReadable()) {
                throw new IOException(unread.readableBytes() + " bytes came behind the login that nobody sent");
            }
            ByteBuf out = Unpooled.buffer();
            login.order(order, out);
            send(out);
            return encryption;
        }

        private void encryptIfAsked() {
            Optional<SharedSecret> secret = login.secret();
            if (secret.isPresent() && encryption == null) {
                encryption = Encryption.begin(secret.get());
            }
        }

        private void send(ByteBuf bytes) throws IOException {
            byte[] plain = new byte[bytes.readableBytes()];
            bytes.readBytes(plain);
            byte[] sent = encryption == null || plain.length == 0
                    ? plain
                    : encryption.encryptor().update(plain);
            for (ByteBuffer rest = ByteBuffer.wrap(sent); rest.hasRemaining(); ) {
                channel.write(rest);
            }
        }

        private void receive() throws IOException {
            int bytes = channel.read(chunk.clear());
            if (bytes < 0) {
                throw new EOFException("the connection ended within the login");
            }
            unread.discardReadBytes();
            if (encryption == null) {
                unread.writeBytes(chunk.array(), 0, bytes);
            } else {
                unread.writeBytes(encryption.decryptor().update(chunk.array(), 0, bytes));
            }
        }
    }
}
