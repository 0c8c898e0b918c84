// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.status;

/** What asking a backend gave. */
sealed interface Relayed {
    /** The backend's answer, in a form that clients can use. */
    record Answer(StatusDocument document) implements Relayed {}

    /** The reason in plain words, one line. */
    record Failed(String reason) implements Relayed {}
}
