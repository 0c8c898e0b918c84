// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import dev.infrajar.net.core.Registration;

/** What is installed, and how the proxy was started. Thread-safe. */
interface Installation {
    /** What the command line says. */
    LaunchOptions options();

    /** The sections of the bundles that are installed now. */
    Sections sections();

    /** Calls after each change of the sections, on the thread that made it. */
    Registration onChange(Runnable changed);
}
