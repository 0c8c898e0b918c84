// SPDX-License-Identifier: Apache-2.0
/**
 * Installs, updates and removes plugins and platform bundles at run time.
 *
 * <pre>
 *  plugins/*.jar ─▶ PluginFolder ─▶ PluginDeployer ──▶ BundleStore (the framework)
 *                                     │  JarReader: what is in the jar, is it complete
 *                                     │  Admission: may it be installed
 *                                     │  Guarded: stop, update and start on threads of their own
 *                                     ▼
 *                                  PluginStates ─▶ console command "plugins"
 *
 *  console command "bundle" ─▶ PlatformBundles ─▶ BundleStore
 *                                     └─ Drains: old versions wait for their last session
 * </pre>
 */
@NullMarked
package dev.infrajar.internal.extensions;

import org.jspecify.annotations.NullMarked;
