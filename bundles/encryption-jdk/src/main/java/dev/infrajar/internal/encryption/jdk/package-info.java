// SPDX-License-Identifier: Apache-2.0
/** Encryption with the AES of the JDK. */
@NullMarked
package dev.infrajar.internal.encryption.jdk;

import org.jspecify.annotations.NullMarked;
