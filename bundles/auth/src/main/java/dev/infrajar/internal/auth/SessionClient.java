// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client, made for the first login that needs it. It is not closed with the bundle: logins under way finish, and the
 * JDK frees a client that nobody refers to any more.
 */
final class SessionClient implements Supplier<HttpClient> {
    private static final Executor VIRTUAL_THREADS =
            task -> Thread.ofVirtual().name("session-server").start(task);

    private @Nullable HttpClient client;

    @Override
    public synchronized HttpClient get() {
        HttpClient present = client;
        if (present == null) {
            present = HttpClient.newBuilder()
                    // An offer of HTTP/2 confuses small servers, and there is nothing to gain: a request per
                    // connection.
                    .version(HttpClient.Version.HTTP_1_1)
                    // The answer decides who somebody is: only the configured address may give it.
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(VIRTUAL_THREADS)
                    .build();
            client = present;
        }
        return present;
    }
}
