// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.jdk;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.net.compression.CompressionKind;
import dev.infrajar.net.compression.Compressor;
import dev.infrajar.net.compression.Decompressor;
import dev.infrajar.net.config.ConfigValue;
import java.util.function.IntSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The compression that is always there. */
@Component
@CompressionKind(CompressionKind.JDK)
public final class JdkCompressionFactory implements CompressionFactory {
    private final IntSupplier level;

    /** Called by Declarative Services. */
    @Activate
    public JdkCompressionFactory(
            @Reference(target = "(" + ConfigValue.SECTION + "=" + JdkCompressionConfig.ID + ")")
                    ConfigValue<JdkCompressionConfig> config) {
        this(() -> config.get().level());
    }

    JdkCompressionFactory(IntSupplier level) {
        this.level = level;
    }

    @Override
    public int level() {
        return level.getAsInt();
    }

    @Override
    public Compressor newCompressor() {
        return new ZlibCompressor(level.getAsInt());
    }

    @Override
    public Decompressor newDecompressor() {
        return new ZlibDecompressor();
    }
}
