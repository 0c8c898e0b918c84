// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;

/**
 * Something to ask a backend.
 *
 * @param key what the answer depends on
 * @param server the definition to ask by
 * @param query the ping that asks first
 * @param isKnown whether the key has been answered before
 */
public record Question(StatusKey key, ServerDefinition server, StatusQuery query, boolean isKnown) {}
