// SPDX-License-Identifier: Apache-2.0
/**
 * Calls the listeners of plugins on their own threads.
 *
 * <pre>
 *  service registry ─▶ WhiteboardDispatcher ─▶ Listeners (snapshot, one per kind)
 *                                                 │ RegisteredListener: costs, quarantine
 *  session (virtual thread) ─▶ ListenerChains ────┤
 *        waits at most the limit                  ▼
 *                                              PluginThreads (one per bundle) ─▶ the plugin
 * </pre>
 *
 * <p>Nothing of a plugin is touched outside its own threads: not its constructor, not the text of its exceptions. When
 * a bundle's last listener leaves, its threads end and nothing here refers to its classes any more.
 */
@NullMarked
package dev.infrajar.internal.events;

import org.jspecify.annotations.NullMarked;
