// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.connector;

import io.netty.channel.Channel;

/** What trying one address gave. */
sealed interface Attempt {
    /** The connection stands; a PROXY header that is wanted has been written. */
    record Stands(Channel channel) implements Attempt {}

    /** No channel is left; the reason in plain words. */
    record Failed(String reason) implements Attempt {}
}
