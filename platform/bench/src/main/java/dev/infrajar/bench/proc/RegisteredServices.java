// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.proc;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;

/** What components of the platform register, outside of any framework. */
public final class RegisteredServices {
    private RegisteredServices() {}

    /**
     * The first service that a component registers.
     *
     * @param <S> the service
     * @param type the service
     * @param limit how long to wait for it
     * @param start starts the component
     * @return empty if nothing is registered in time: what it needs is not on this machine
     */
    public static <S> Optional<S> first(Class<S> type, Duration limit, Consumer<BundleContext> start) {
        CompletableFuture<Object> registered = new CompletableFuture<>();
        start.accept((BundleContext) Proxy.newProxyInstance(
                RegisteredServices.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (_, _, arguments) -> {
                    registered.complete(arguments[1]);
                    return null;
                }));
        try {
            return Optional.of(type.cast(registered.get(limit.toNanos(), TimeUnit.NANOSECONDS)));
        } catch (TimeoutException _) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("completed only normally", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
