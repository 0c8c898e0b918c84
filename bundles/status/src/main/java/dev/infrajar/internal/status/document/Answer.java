// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status.document;

import dev.infrajar.net.core.StatusReply;

/** An answer to a ping, in the forms that are wanted of it. None of them waits for anything. */
public interface Answer {
    /** For modern pings. */
    StatusReply.Json json();

    /** For legacy pings. */
    StatusReply.Legacy legacy();

    /** For plugins, which may change a copy. */
    StatusDocument document();
}
