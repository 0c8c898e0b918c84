// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.encryption.openssl;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of OpenSSL's libcrypto that are used here; source: EVP_EncryptInit(3), the same in 1.1 and 3. Addresses are
 * plain numbers, which fit {@code ByteBuf.memoryAddress()}. All are thread-safe as long as no two threads use one context at a
 * time.
 */
final class Libcrypto {
    private static final ValueLayout.OfLong POINTER = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final long NULL = 0;
    private static final int SUCCESS = 1;

    private final MethodHandle newContext;
    private final MethodHandle freeContext;
    private final MethodHandle init;
    private final MethodHandle update;
    private final MethodHandle setPadding;
    private final long cfb8;
    private final long ecb;

    /** Links all functions, which takes tens of milliseconds; fails if one is missing. */
    Libcrypto(SymbolLookup symbols) {
        newContext = link(symbols, "EVP_CIPHER_CTX_new", FunctionDescriptor.of(POINTER));
        freeContext = link(symbols, "EVP_CIPHER_CTX_free", FunctionDescriptor.ofVoid(POINTER));
        init = link(
                symbols, "EVP_EncryptInit_ex", FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER, POINTER));
        update =
                link(symbols, "EVP_EncryptUpdate", FunctionDescriptor.of(INT, POINTER, POINTER, POINTER, POINTER, INT));
        setPadding = link(symbols, "EVP_CIPHER_CTX_set_padding", FunctionDescriptor.of(INT, POINTER, INT));
        cfb8 = algorithm(symbols, "EVP_aes_128_cfb8");
        ecb = algorithm(symbols, "EVP_aes_128_ecb");
    }

    /** Encrypts in CFB mode with 8-bit feedback; addresses of sixteen bytes each. To be given to {@link #free}. */
    long newCfb8(long key, long initialisationVector) {
        return newContext(cfb8, key, initialisationVector);
    }

    /** Encrypts blocks, each for itself; the address of sixteen bytes. To be given to {@link #free}. */
    long newBlocks(long key) {
        return newContext(ecb, key, NULL);
    }

    private long newContext(long algorithm, long key, long initialisationVector) {
        try {
            long context = (long) newContext.invokeExact();
            if (context == NULL
                    || (int) init.invokeExact(context, algorithm, NULL, key, initialisationVector) != SUCCESS
                    || (int) setPadding.invokeExact(context, 0) != SUCCESS) {
                throw new IllegalStateException("libcrypto makes no AES context");
            }
            return context;
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    /** Encrypts from one address to another, which may be the same; {@code written} is the address of an int. */
    void encrypt(long context, long in, int length, long out, long written) {
        try {
            if ((int) update.invokeExact(context, out, written, in, length) != SUCCESS) {
                throw new IllegalStateException("libcrypto does not encrypt");
            }
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    void free(long context) {
        try {
            freeContext.invokeExact(context);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static long algorithm(SymbolLookup symbols, String name) {
        try {
            return (long) link(symbols, name, FunctionDescriptor.of(POINTER)).invokeExact();
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @SuppressWarnings("restricted") // native access is what this class is for; the launcher allows it
    private static MethodHandle link(SymbolLookup symbols, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), signature);
    }

    private static RuntimeException rethrown(Throwable e) {
        return switch (e) {
            case Error error -> throw error;
            case RuntimeException failure -> failure;
            default -> new IllegalStateException("a library function's handle does not throw", e);
        };
    }
}
