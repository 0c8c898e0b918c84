// SPDX-License-Identifier: Apache-2.0
/** Plugins of the benchmark; they run in the proxy, in jars that {@link dev.infrajar.bench.contender.PluginJar} makes. */
@NullMarked
package dev.infrajar.bench.plugin;

import org.jspecify.annotations.NullMarked;
