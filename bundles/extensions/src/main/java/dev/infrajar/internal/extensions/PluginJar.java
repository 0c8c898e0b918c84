// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

/**
 * A jar of the plugins folder.
 *
 * @param file its name
 * @param facts what is in it
 */
record PluginJar(String file, JarFacts facts) {}
