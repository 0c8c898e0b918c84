// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.packet;

import java.util.List;

/** Whether there are packets of a name. */
public sealed interface KindMatch {
    /**
     * There are, in one version at least.
     *
     * @param kind the kind
     */
    record Known(PacketKind kind) implements KindMatch {}

    /**
     * There are none.
     *
     * @param asked what was asked for
     * @param similar names of the same phase and direction that may have been meant, the most similar first; may be empty
     */
    record Unknown(PacketKind asked, List<String> similar) implements KindMatch {
        /** Copies. */
        public Unknown {
            similar = List.copyOf(similar);
        }

        /**
         * The refusal for a log or a developer.
         *
         * @return one line
         */
        public String message() {
            String hint = similar.isEmpty() ? "" : ", did you mean " + String.join(" or ", similar) + "?";
            return "no version has a packet " + asked + hint;
        }
    }
}
