// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame.deflate;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The system's libdeflate, which makes other streams than zlib: to compress only. */
@SuppressWarnings("restricted") // native access is what it is for
final class Libdeflate {
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final long ROOM = 1024;

    private final MethodHandle alloc;
    private final MethodHandle compress;
    private final MethodHandle free;

    private Libdeflate(SymbolLookup symbols) {
        alloc = link(
                symbols,
                "libdeflate_alloc_compressor",
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        compress = link(
                symbols,
                "libdeflate_zlib_compress",
                FunctionDescriptor.of(SIZE, ValueLayout.ADDRESS, ValueLayout.ADDRESS, SIZE, ValueLayout.ADDRESS, SIZE));
        free = link(symbols, "libdeflate_free_compressor", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    }

    static Optional<Libdeflate> find() {
        try {
            return Optional.of(new Libdeflate(SymbolLookup.libraryLookup("libdeflate.so.0", Arena.global())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One zlib stream; levels 1 to 12. */
    byte[] deflated(byte[] data, int level) throws Throwable {
        MemorySegment compressor = (MemorySegment) alloc.invokeExact(level);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment in = arena.allocate(Math.max(data.length, 1)).copyFrom(MemorySegment.ofArray(data));
            long room = data.length * 2L + ROOM;
            MemorySegment out = arena.allocate(room);
            long length = (long) compress.invokeExact(compressor, in, (long) data.length, out, room);
            return out.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        } finally {
            free.invokeExact(compressor);
        }
    }

    private static MethodHandle link(SymbolLookup symbols, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), signature);
    }
}
