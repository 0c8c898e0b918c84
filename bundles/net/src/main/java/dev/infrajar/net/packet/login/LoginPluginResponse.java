// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet.login;

import dev.infrajar.net.wire.Bytes;
import java.util.Optional;

/**
 * The answer to {@link LoginPluginRequest}.
 *
 * @param messageId the question's
 * @param data the answer; empty if the question was not understood
 */
public record LoginPluginResponse(int messageId, Optional<Bytes> data) {}
