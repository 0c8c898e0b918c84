// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.icon;

import dev.infrajar.internal.status.motd.Favicon;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gets icons by HTTP. The client is made for the first one, since most installations need none; it follows at most five
 * redirections (the JDK's limit), and none from https to http.
 */
final class HttpIcons implements IconSource, AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final Executor threads;
    private final Duration limit;
    private @Nullable HttpClient client;
    private boolean isClosed;

    /** Runs on the given threads; each icon gets the given time in all. */
    HttpIcons(Executor threads, Duration limit) {
        this.threads = threads;
        this.limit = limit;
    }

    @Override
    public byte[] load(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "image/png")
                .build();
        CompletableFuture<HttpResponse<byte[]>> response =
                client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), Favicon.MAX_BYTES));
        try {
            return body(response.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw new IOException("did not come within " + limit.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("cannot be fetched: " + e.getCause(), e);
        } finally {
            response.cancel(true);
        }
    }

    private static byte[] body(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != OK) {
            throw new IOException("is answered with HTTP status " + response.statusCode());
        }
        return response.body();
    }

    private synchronized HttpClient client() throws IOException {
        if (isClosed) {
            throw new IOException("is not fetched any more");
        }
        HttpClient present = client;
        if (present == null) {
            present = HttpClient.newBuilder()
                    .connectTimeout(CONNECT_LIMIT)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .executor(threads)
                    .build();
            client = present;
        }
        return present;
    }

    /** Ends what is going on. Returns at once. */
    @Override
    public synchronized void close() {
        isClosed = true;
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
