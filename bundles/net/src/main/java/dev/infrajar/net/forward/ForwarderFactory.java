// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.forward;

import io.netty.channel.Channel;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Makes forwarders of one kind. A service with the property of {@link ForwarderKind}; thread-safe, long-lived. Forwarders
 * it has made go on working after its bundle has been stopped; what they share is freed by the last of them.
 */
@ConsumerType
public interface ForwarderFactory {
    /**
     * Whether a forwarder of this kind can connect these two channels. Callable from any thread, does not block. One that moves bytes
     * past the client's pipeline must answer {@code false} if
     * {@linkplain dev.infrajar.net.filter.ByteFilters#areIn filters want its bytes}.
     *
     * @param client the client's channel
     * @param backend the backend's channel
     * @return {@code false} when another kind must be used
     */
    boolean supports(Channel client, Channel backend);

    /**
     * Makes the forwarder of one session. Called on the event loop of both channels; does not block.
     *
     * @param link what to connect; if this method throws, the session keeps the ownership of the buffers in it
     * @return a forwarder that has not been started
     */
    Forwarder create(Link link);
}
