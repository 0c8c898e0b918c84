// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks by HTTP, with the settings it was made with; a change of the configuration makes another one. */
final class HttpSessionServer implements SessionServer {
    /** The most bytes of an answer; profiles have 1 to 2 KB. */
    static final int MAX_BODY_BYTES = 64 * 1024;

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final Supplier<HttpClient> client;
    private final AuthConfig config;
    private final Semaphore places;

    HttpSessionServer(Supplier<HttpClient> client, AuthConfig config) {
        this(client, config, new Semaphore(config.maxConcurrent(), true));
    }

    HttpSessionServer(Supplier<HttpClient> client, AuthConfig config, Semaphore places) {
        this.client = client;
        this.config = config;
        this.places = places;
    }

    @Override
    public SessionAnswer ask(SessionQuestion question) throws InterruptedException {
        long end = System.nanoTime() + config.deadline().toNanos();
        if (!places.tryAcquire(config.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
            return new SessionAnswer.Busy();
        }
        try {
            return answer(get(request(question), Duration.ofNanos(end - System.nanoTime())));
        } catch (IOException | UncheckedIOException e) {
            // Unchecked: the client itself could not be made, for want of file descriptors for example.
            return new SessionAnswer.Unavailable(String.valueOf(e.getMessage()));
        } finally {
            places.release();
        }
    }

    private HttpRequest request(SessionQuestion question) {
        StringBuilder uri = new StringBuilder(config.sessionUrl());
        uri.append(config.sessionUrl().indexOf('?') < 0 ? '?' : '&');
        uri.append("username=").append(encoded(question.name()));
        uri.append("&serverId=").append(encoded(question.serverHash()));
        if (config.preventProxyConnections() && isPublic(question.address())) {
            uri.append("&ip=").append(encoded(textOf(question.address())));
        }
        return HttpRequest.newBuilder(URI.create(uri.toString()))
                .header("Accept", "application/json")
                .build();
    }

    private HttpResponse<String> get(HttpRequest request, Duration limit) throws IOException, InterruptedException {
        // The time limit of a request ends with the headers of its answer; this one binds the body too.
        CompletableFuture<HttpResponse<String>> response = client.get()
                .sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_BODY_BYTES));
        try {
            return response.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new HttpTimeoutException(
                    "no answer within " + config.deadline().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new IOException("cannot be asked: " + e.getCause(), e);
        } finally {
            response.cancel(true);
        }
    }

    private static SessionAnswer answer(HttpResponse<String> response) {
        if (response.statusCode() == NO_CONTENT || isEmpty(response)) {
            return new SessionAnswer.NotJoined();
        }
        if (response.statusCode() != OK) {
            return new SessionAnswer.Unavailable("answers with HTTP status " + response.statusCode());
        }
        try {
            return new SessionAnswer.Joined(ProfileJson.read(response.body()));
        } catch (IllegalArgumentException e) {
            return new SessionAnswer.Unavailable("its answer " + e.getMessage());
        }
    }

    /** How some services other than Mojang's say that a player has not joined. */
    private static boolean isEmpty(HttpResponse<String> response) {
        return response.statusCode() == OK && response.body().isBlank();
    }

    private static boolean isPublic(InetAddress address) {
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isLinkLocalAddress()
                && !isUniqueLocal(address.getAddress());
    }

    /** fc00::/7 of RFC 4193, which the JDK does not count as site-local. */
    private static boolean isUniqueLocal(byte[] address) {
        return address.length == 16 && (address[0] & 0xFE) == 0xFC;
    }

    private static String textOf(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
