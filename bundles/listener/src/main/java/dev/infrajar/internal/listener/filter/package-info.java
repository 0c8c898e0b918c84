// SPDX-License-Identifier: Apache-2.0
/**
 * Transport filters: who is asked about accepted connections, and sees their bytes. It is a part of the listener, so that no
 * connection is ever accepted while nobody could ask the filters.
 *
 * <pre>
 *   FiltersComponent ──▶ FilterRegistry ──▶ FilterSnapshot        services, in order
 *                              │ admits(connection)
 *                              ▼
 *        FilterHandler ──▶ FilterChain ──▶ Watch, Watch, ...       one each for a connection that is watched
 * </pre>
 */
@NullMarked
package dev.infrajar.internal.listener.filter;

import org.jspecify.annotations.NullMarked;
