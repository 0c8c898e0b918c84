// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.cache;

import dev.infrajar.net.core.DomainRewrite;
import dev.infrajar.net.core.ServerDefinition;
import dev.infrajar.net.core.StatusQuery;

/**
 * All that an answer of a backend depends on.
 *
 * @param serverId the server
 * @param protocol the number the answer is made for: backends echo it, or name the one they want
 * @param host what the backend sees as the host; empty where that is the same for all pings
 */
public record StatusKey(String serverId, int protocol, String host) {
    /** The key of a ping. */
    public static StatusKey of(ServerDefinition server, StatusQuery query, int protocol) {
        boolean seesHost = server.domainRewrite() instanceof DomainRewrite.None;
        return new StatusKey(server.id(), protocol, seesHost ? query.virtualHost() : "");
    }
}
