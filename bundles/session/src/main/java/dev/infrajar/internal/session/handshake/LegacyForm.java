// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.handshake;

/** The two layouts of an answer to a legacy ping. */
public enum LegacyForm {
    /** Beta 1.8 to 1.3: text, online and maximum, separated by section signs. */
    BETA,
    /** 1.4 to 1.6: protocol, version, text, online and maximum, separated by NULs behind a mark. */
    RELEASE
}
