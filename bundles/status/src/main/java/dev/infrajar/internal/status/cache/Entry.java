// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.internal.status.document.Rendered;
import dev.infrajar.net.core.ServerDefinition;
import java.util.Optional;

/**
 * What the last question under a key gave.
 *
 * @param server the definition by which the backend was asked: an entry of another one counts for nothing
 * @param answer the last answer; empty when there never was one
 * @param hasFailed whether the last question gave none
 * @param isWithoutIcon whether the answer lacks an icon that was still to be fetched
 * @param atNanos when the last question ended
 */
public record Entry(
        ServerDefinition server, Optional<Rendered> answer, boolean hasFailed, boolean isWithoutIcon, long atNanos) {}
