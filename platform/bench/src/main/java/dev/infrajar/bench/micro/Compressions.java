// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.micro;

import dev.infrajar.bench.proc.RegisteredServices;
import dev.infrajar.internal.compression.jdk.JdkCompressionFactory;
import dev.infrajar.internal.compression.libdeflate.LibdeflateComponent;
import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.config.ConfigValue;
import java.lang.reflect.Proxy;
import java.time.Duration;

/** The compressions of the platform, outside of any framework; to inflate only: they have no configuration. */
final class Compressions {
    private static final Duration SEARCH = Duration.ofSeconds(10);

    private Compressions() {}

    /** The kind of that name; fails if it is not on this machine. */
    static CompressionFactory of(String kind) {
        return new Inflating("jdk".equals(kind) ? new JdkCompressionFactory(none()) : libdeflate());
    }

    /** Has no level to be asked for. */
    private record Inflating(CompressionFactory factory) implements CompressionFactory {
        @Override
        public Compressor newCompressor() {
            return factory.newCompressor();
        }

        @Override
        public Decompressor newDecompressor() {
            return factory.newDecompressor();
        }
    }

    private static CompressionFactory libdeflate() {
        return RegisteredServices.first(
                        CompressionFactory.class, SEARCH, context -> new LibdeflateComponent(context, none()))
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // nobody asks for the value
    private static <C> ConfigValue<C> none() {
        return (ConfigValue<C>) Proxy.newProxyInstance(
                Compressions.class.getClassLoader(), new Class<?>[] {ConfigValue.class}, (proxy, method, arguments) -> {
                    throw new IllegalStateException("without a configuration nothing can be compressed");
                });
    }
}
