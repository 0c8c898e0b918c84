// SPDX-License-Identifier: Apache-2.0
/**
 * Writes {@code docs/configuration.md} from what the bundles declare: sections from the manifests on the class path, keys
 * from the annotations of their records.
 */
@NullMarked
package dev.infrajar.configdoc;

import org.jspecify.annotations.NullMarked;
