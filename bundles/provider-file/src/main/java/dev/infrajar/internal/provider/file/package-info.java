// SPDX-License-Identifier: Apache-2.0
/** Server definitions from the files of {@code servers_dir}. */
@NullMarked
package dev.infrajar.internal.provider.file;

import org.jspecify.annotations.NullMarked;
