// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.stress.pattern;

/** How one connection ended. */
public enum Outcome {
    /** The target gave the whole answer that a real client waits for. */
    ANSWERED("answered"),
    /** The target sent a Login Disconnect: an answer too, with a text for the player. */
    REFUSED("refused with a text"),
    /** The target closed the connection. */
    CLOSED("closed by target"),
    /** The target reset the connection: closed, with bytes of ours unread. */
    RESET("reset by target"),
    /** Nothing of the above came within the limit. */
    STILL_OPEN("still open at the limit"),
    /** The target sent something that is no answer. */
    BROKEN("answer not understood"),
    /** No connection came about; the reason of the first is kept. */
    NOT_CONNECTED("not connected"),
    /** The client left, as this pattern does. */
    LEFT("left by the client"),
    /** The run was stopped meanwhile. */
    CUT("cut off at the end");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** What it says in tables. */
    public String text() {
        return text;
    }
}
