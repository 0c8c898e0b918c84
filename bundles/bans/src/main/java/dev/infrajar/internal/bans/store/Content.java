// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.bans.store;

/** What reading a ban file gave. */
sealed interface Content {
    /** It can be used. */
    record Present(BanDocument document) implements Content {}

    /** There is no such file. */
    record Missing() implements Content {}

    /** It could be read, and is not a ban file. */
    record Corrupt(String reason) implements Content {}

    /** It is there, or may be there, and could not be read. */
    record Unreadable(String reason) implements Content {}
}
