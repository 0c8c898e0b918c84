// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.infrajar.net.compression.CompressionFactory;
import dev.infrajar.tck.CompressionContract;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibdeflateFactoryTest extends CompressionContract {
    private static final LibrarySearch.Found FOUND = new LibrarySearch(Path.of("nowhere")).find();

    @Override
    protected CompressionFactory factory() {
        assumeTrue(FOUND instanceof LibrarySearch.Found.Usable, "libdeflate is not installed: " + FOUND);
        return new LibdeflateFactory(((LibrarySearch.Found.Usable) FOUND).library(), () -> 6);
    }

    @Test
    void saysTheLevelInForce() {
        assertThat(factory().level()).isEqualTo(6);
    }

    @Test
    void shippedLibraryIsPreferredToTheSystems(@TempDir Path folder) throws Exception {
        Path system = Path.of("/usr/lib/x86_64-linux-gnu/libdeflate.so.0");
        assumeTrue(Files.exists(system), "no " + system + " to ship");
        Path own = folder.resolve(LibrarySearch.platform()).resolve(System.mapLibraryName("deflate"));
        Files.createDirectories(own.getParent());
        Files.copy(system, own);

        assertThat(new LibrarySearch(folder).find())
                .isInstanceOfSatisfying(LibrarySearch.Found.Usable.class, found -> assertThat(found.name())
                        .isEqualTo(own.toString()));
    }

    @Test
    void shippedLibraryThatIsNoneIsPassedOver(@TempDir Path folder) throws Exception {
        Path own = folder.resolve(LibrarySearch.platform()).resolve(System.mapLibraryName("deflate"));
        Files.createDirectories(own.getParent());
        Files.writeString(own, "no library");

        if (new LibrarySearch(folder).find() instanceof LibrarySearch.Found.Nowhere(String reason)) {
            assertThat(reason).contains(own.toString());
        } else {
            assertThat(FOUND).isInstanceOf(LibrarySearch.Found.Usable.class);
        }
    }
}
