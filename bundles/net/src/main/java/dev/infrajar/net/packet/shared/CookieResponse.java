// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.shared;

import dev.infrajar.net.wire.Bytes;
import java.util.Optional;

/**
 * Answers {@link CookieRequest}. Since 1.20.5.
 *
 * @param key the request's
 * @param value at most {@link StoreCookie#MAX_BYTES} bytes; empty if the client has none
 */
public record CookieResponse(String key, Optional<Bytes> value) {}
