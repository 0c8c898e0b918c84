// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.compression.libdeflate;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of the C library libdeflate that are used here; source: its {@code libdeflate.h}, in which they are the same
 * since 1.0. Addresses and sizes are plain numbers, which fit {@code ByteBuf.memoryAddress()}. All are thread-safe as long as
 * no two threads use one compressor or decompressor at a time.
 *
 * <p>The calls are ordinary ones, not critical ones: those would hold off the garbage collector, and a large packet takes
 * milliseconds.
 */
final class Library {
    /** {@code LIBDEFLATE_SUCCESS}. */
    private static final int SUCCESS = 0;

    private static final ValueLayout.OfLong POINTER = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfLong SIZE = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final long NULL = 0;

    private final MethodHandle allocCompressor;
    private final MethodHandle compress;
    private final MethodHandle compressBound;
    private final MethodHandle freeCompressor;
    private final MethodHandle allocDecompressor;
    private final MethodHandle decompress;
    private final MethodHandle freeDecompressor;

    /** Links all functions, which takes tens of milliseconds; fails if one is missing. */
    Library(SymbolLookup symbols) {
        allocCompressor = link(symbols, "libdeflate_alloc_compressor", FunctionDescriptor.of(POINTER, INT));
        compress = link(
                symbols,
                "libdeflate_zlib_compress",
                FunctionDescriptor.of(SIZE, POINTER, POINTER, SIZE, POINTER, SIZE));
        compressBound = link(symbols, "libdeflate_zlib_compress_bound", FunctionDescriptor.of(SIZE, POINTER, SIZE));
        freeCompressor = link(symbols, "libdeflate_free_compressor", FunctionDescriptor.ofVoid(POINTER));
        allocDecompressor = link(symbols, "libdeflate_alloc_decompressor", FunctionDescriptor.of(POINTER));
        decompress = link(
                symbols,
                "libdeflate_zlib_decompress",
                FunctionDescriptor.of(INT, POINTER, POINTER, SIZE, POINTER, SIZE, POINTER));
        freeDecompressor = link(symbols, "libdeflate_free_decompressor", FunctionDescriptor.ofVoid(POINTER));
    }

    /** A new compressor, to be given to {@link #freeCompressor} in the end. */
    long allocCompressor(int level) {
        try {
            return present((long) allocCompressor.invokeExact(level));
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** The most bytes that a zlib stream of so many bytes takes. */
    long compressBound(long compressor, int length) {
        try {
            return (long) compressBound.invokeExact(compressor, (long) length);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Writes one zlib stream; its length in bytes, which is 0 only if the room is smaller than the bound. */
    long compress(long compressor, long in, int length, long out, int room) {
        try {
            return (long) compress.invokeExact(compressor, in, (long) length, out, (long) room);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    void freeCompressor(long compressor) {
        try {
            freeCompressor.invokeExact(compressor);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** A new decompressor, to be given to {@link #freeDecompressor} in the end. */
    long allocDecompressor() {
        try {
            return present((long) allocDecompressor.invokeExact());
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Reads one zlib stream; whether it was complete, undamaged and of exactly so many bytes. */
    boolean decompress(long decompressor, long in, int length, long out, int size) {
        try {
            // Without the last pointer the library demands that the room is filled to its end.
            return (int) decompress.invokeExact(decompressor, in, (long) length, out, (long) size, NULL) == SUCCESS;
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    void freeDecompressor(long decompressor) {
        try {
            freeDecompressor.invokeExact(decompressor);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static long present(long pointer) {
        if (pointer == NULL) {
            throw new OutOfMemoryError("libdeflate has got no memory");
        }
        return pointer;
    }

    @SuppressWarnings("restricted") // native access is what this class is for; the launcher allows it
    private static MethodHandle link(SymbolLookup symbols, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), signature);
    }

    private static IllegalStateException rethrown(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("a library function's handle does not throw", e);
    }
}
