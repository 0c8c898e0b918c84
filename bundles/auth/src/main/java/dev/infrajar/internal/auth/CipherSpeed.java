// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.auth;

/**
 * How fast a library is on this machine.
 *
 * @param encrypt nanoseconds for a byte
 * @param decrypt nanoseconds for a byte
 */
record CipherSpeed(double encrypt, double decrypt) {
    /** That of a library that could not be tried: any other is faster. */
    static final CipherSpeed UNUSABLE = new CipherSpeed(Double.MAX_VALUE, Double.MAX_VALUE);
}
