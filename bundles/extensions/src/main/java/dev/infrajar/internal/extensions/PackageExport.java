// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.Map;
import java.util.Set;

/**
 * A package that an installed bundle gives to others.
 *
 * @param name of the package
 * @param version of the package
 * @param attributes its attributes as texts
 * @param mandatory names of attributes that an import must ask for
 * @param bundle symbolic name of the bundle
 */
record PackageExport(
        String name, BundleVersion version, Map<String, String> attributes, Set<String> mandatory, String bundle) {}
