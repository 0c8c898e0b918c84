// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.Map;

/**
 * A package that a bundle needs from others.
 *
 * @param name of the package
 * @param versions it accepts
 * @param attributes further attributes it asks for, for example {@code tier=net}
 * @param optional whether the bundle works without it
 */
record PackageImport(String name, VersionInterval versions, Map<String, String> attributes, boolean optional) {
    @Override
    public String toString() {
        return versions.equals(VersionInterval.parse("0")) ? name : name + " " + versions.text();
    }
}
