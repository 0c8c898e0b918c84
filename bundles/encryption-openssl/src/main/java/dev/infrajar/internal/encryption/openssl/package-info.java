// SPDX-License-Identifier: Apache-2.0
/** Encryption with OpenSSL's libcrypto, through the JDK's foreign functions. */
@NullMarked
package dev.infrajar.internal.encryption.openssl;

import org.jspecify.annotations.NullMarked;
