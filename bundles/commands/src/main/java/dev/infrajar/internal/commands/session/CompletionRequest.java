// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.commands.session;

/**
 * A client asks what could be typed.
 *
 * @param number to be sent back, since 1.13
 * @param text all that is typed, its slash included
 */
record CompletionRequest(int number, String text) {}
