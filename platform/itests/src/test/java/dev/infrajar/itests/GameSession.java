// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import java.io.IOException;

/** One player's session, as both of its ends see it. Each field has one writer. */
final class GameSession {
    private final String name;
    private volatile long rounds;
    private volatile int clientboundMark;
    private volatile int serverboundMark;
    private volatile boolean isAsking;
    private volatile boolean hasQuestionArrived;
    private long clientboundMessages;
    private long serverboundMessages;

    GameSession(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** How often the client has sent some messages and got as many. */
    long rounds() {
        return rounds;
    }

    /** The mark of the last message that the client has got. */
    int clientboundMark() {
        return clientboundMark;
    }

    /** The mark of the last message that the server has got. */
    int serverboundMark() {
        return serverboundMark;
    }

    /** The client sends a question next. */
    void ask() {
        isAsking = true;
    }

    boolean hasQuestionArrived() {
        return hasQuestionArrived;
    }

    /** By the client's thread. */
    boolean takeQuestion() {
        boolean wasAsking = isAsking;
        isAsking = false;
        return wasAsking;
    }

    /** By the client's thread. */
    void roundIsOver() {
        long more = rounds + 1;
        rounds = more;
    }

    /** By the client's thread. */
    void clientGot(Message message) throws IOException {
        check(message, clientboundMessages++);
        clientboundMark = message.mark();
    }

    /** By the server's thread. */
    void serverGot(Message message) throws IOException {
        if (message.number() == Message.QUESTION) {
            hasQuestionArrived = true;
        } else {
            check(message, serverboundMessages++);
            serverboundMark = message.mark();
        }
    }

    private void check(Message message, long expected) throws IOException {
        if (message.number() != expected) {
            throw new IOException(name + ": message " + message.number() + " has come where " + expected + " was next");
        }
    }
}
