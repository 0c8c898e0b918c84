// SPDX-License-Identifier: Apache-2.0
/**
 * What players may do. The proxy decides by {@code [permissions]} of its configuration, unless a plugin brings a
 * {@link dev.infrajar.api.permission.PermissionProvider}.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.infrajar.api.permission;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
