// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.nio.file.attribute.FileTime;

/**
 * What tells one state of a file from another without reading it.
 *
 * @param bytes its size
 * @param modified its time
 */
record Stamp(long bytes, FileTime modified) {}
