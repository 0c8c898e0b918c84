// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

/** Whose fault a failure is. */
public enum Blame {
    /** The client. */
    CLIENT,
    /** The backend. */
    BACKEND,
    /** A plugin. */
    PLUGIN,
    /** The configuration. */
    CONFIG,
    /** The proxy itself, or the machine it runs on. */
    PROXY
}
