// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.intercept;

/**
 * What has happened to the frames of one direction.
 *
 * @param frames all that came
 * @param peeked compressed ones whose id was looked at
 * @param inflated those that were inflated whole
 * @param deflated those that were compressed here: changed or sent by the proxy
 */
public record FrameCounts(long frames, long peeked, long inflated, long deflated) {}
