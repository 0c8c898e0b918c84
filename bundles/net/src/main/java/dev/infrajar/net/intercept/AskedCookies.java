// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

import dev.infrajar.api.player.CookieReply;
import dev.infrajar.api.player.Delivery;
import dev.infrajar.net.packet.shared.CookieResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * The cookies that plugins have asked one client for. A request stays here until it is answered, also when nobody waits any more: its
 * answer is never the backend's, which would end the session. Thread-safe.
 */
final class AskedCookies {
    /** A client that leaves as many requests unanswered is asked for nothing more. */
    static final int MOST_UNANSWERED = 64;

    private final Map<String, Asked> asked = new HashMap<>();
    private int unanswered;

    /** One key. Guarded by the outer object, but for the reply. */
    private static final class Asked {
        private int unanswered;
        private int waiting;
        private CompletableFuture<CookieReply> reply = new CompletableFuture<>();
    }

    /**
     * Asks, unless somebody waits for the same cookie already, and blocks for the answer.
     *
     * @param key names the cookie
     * @param limit how long at most
     * @param request sends the request; the argument is for one that is not sent after all
     * @return the answer
     */
    CookieReply ask(String key, Duration limit, Function<Runnable, Delivery> request) {
        Asked cookie;
        boolean isFirst;
        synchronized (this) {
            cookie = asked.computeIfAbsent(key, _ -> new Asked());
            isFirst = cookie.waiting == 0;
            if (isFirst && unanswered == MOST_UNANSWERED) {
                forgetIfOver(key, cookie);
                return new CookieReply.NoAnswer();
            }
            if (isFirst) {
                cookie.reply = new CompletableFuture<>();
                count(cookie, 1);
            }
            cookie.waiting++;
        }
        try {
            if (isFirst) {
                request(key, cookie, request);
            }
            return await(cookie.reply, limit);
        } finally {
            synchronized (this) {
                cookie.waiting--;
                forgetIfOver(key, cookie);
            }
        }
    }

    private void request(String key, Asked cookie, Function<Runnable, Delivery> request) {
        boolean isOnItsWay = false;
        try {
            Delivery delivery = request.apply(() -> withdraw(key, cookie));
            isOnItsWay = delivery == Delivery.SENT;
            if (!isOnItsWay) {
                cookie.reply.complete(new CookieReply.NotAsked(delivery));
            }
        } finally {
            if (!isOnItsWay) {
                withdraw(key, cookie);
            }
        }
    }

    private static CookieReply await(CompletableFuture<CookieReply> reply, Duration limit) {
        try {
            return reply.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) { // nothing completes it exceptionally
            return new CookieReply.NoAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new CookieReply.NoAnswer();
        }
    }

    /**
     * Takes an answer.
     *
     * @return whether it was asked for here
     */
    synchronized boolean take(CookieResponse response) {
        Asked cookie = asked.get(response.key());
        if (cookie == null || cookie.unanswered == 0) {
            return false;
        }
        cookie.reply.complete(response.value()
                .<CookieReply>map(bytes -> new CookieReply.Found(ByteBuffer.wrap(bytes.toArray())))
                .orElseGet(CookieReply.Missing::new));
        withdraw(response.key(), cookie);
        return true;
    }

    private synchronized void withdraw(String key, Asked cookie) {
        count(cookie, -1);
        forgetIfOver(key, cookie);
    }

    private void count(Asked cookie, int change) {
        cookie.unanswered += change;
        unanswered += change;
    }

    private void forgetIfOver(String key, Asked cookie) {
        if (cookie.unanswered == 0 && cookie.waiting == 0) {
            asked.remove(key, cookie);
        }
    }
}
