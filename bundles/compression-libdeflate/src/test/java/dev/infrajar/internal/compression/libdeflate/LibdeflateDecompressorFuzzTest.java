// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.infrajar.tck.HostileStreams;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.MethodSource;

/** What a peer says is compressed, and how long it says that it is: given to native code, which must not leave its buffers. */
class LibdeflateDecompressorFuzzTest {
    private static final Optional<HostileStreams> STREAMS = streams();

    private static Optional<HostileStreams> streams() {
        return new LibrarySearch(Path.of("nowhere")).find() instanceof LibrarySearch.Found.Usable found
                ? Optional.of(new HostileStreams(new LibdeflateFactory(found.library(), () -> 6)))
                : Optional.empty();
    }

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(STREAMS.isPresent(), "libdeflate is not installed");
    }

    static Stream<byte[]> seeds() {
        return Stream.of(
                HostileStreams.sound(new byte[0]),
                HostileStreams.sound(new byte[200]),
                HostileStreams.sound("some text, and some text".getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "3s")
    void decompressesOrRefuses(byte[] input) {
        STREAMS.orElseThrow().check(input);
    }
}
