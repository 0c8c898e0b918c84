// SPDX-License-Identifier: Apache-2.0
/**
 * The extension point for the encryption between client and proxy: AES with 128 bits in CFB mode with 8-bit feedback, whose
 * key is the initialisation vector too. Source: the protocol as all clients since 1.7.2 speak it.
 *
 * <p>In this mode each byte that is encrypted waits for the one before, through a whole AES block: no library makes that
 * fast. A byte that is decrypted needs only the sixteen encrypted ones before it, which are all there: any number of blocks
 * can be computed at once.
 *
 * <pre>
 *   encrypt:  c[i] = p[i] ^ first byte of AES(c[i-16] .. c[i-1])     serial
 *   decrypt:  p[i] = c[i] ^ first byte of AES(c[i-16] .. c[i-1])     all i at once
 * </pre>
 */
@Export(attribute = {"tier=net", "mandatory:=tier"})
@Version("0.1.0")
@NullMarked
package dev.infrajar.net.encryption;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
