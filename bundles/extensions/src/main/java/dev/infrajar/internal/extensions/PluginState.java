// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import java.util.Optional;

/**
 * A file of the plugins folder and what has become of it.
 *
 * @param file its name
 * @param title symbolic name and version of its bundle, empty when it has none
 * @param bundleId the bundle's number, negative when it is not installed
 * @param status what has become of it
 */
record PluginState(String file, Optional<String> title, long bundleId, Status status) {
    /** What has become of a file. */
    sealed interface Status {
        /** Its bundle is being started. */
        record Starting() implements Status {}

        /** Its bundle runs; the note says what is wrong with the newest file, if anything is. */
        record Active(Optional<String> note) implements Status {}

        /** Its bundle is installed and does not run. */
        record Failed(String reason) implements Status {}

        /** It is not installed. */
        record Refused(String reason) implements Status {}

        /** It is no complete jar, perhaps not yet. */
        record Incomplete(String reason) implements Status {}

        /** For people. */
        default String text() {
            return switch (this) {
                case Starting() -> "starting";
                case Active(Optional<String> note) ->
                    note.map(text -> "active, but " + text).orElse("active");
                case Failed(String reason) -> "failed: " + reason;
                case Refused(String reason) -> "refused: " + reason;
                case Incomplete(String reason) -> "incomplete: " + reason;
            };
        }

        /** Whether an operator should do something. */
        default boolean isBad() {
            return switch (this) {
                case Starting() -> false;
                case Active(Optional<String> note) -> note.isPresent();
                case Failed failed -> true;
                case Refused refused -> true;
                case Incomplete incomplete -> true;
            };
        }
    }

    PluginState with(Status changed) {
        return new PluginState(file, title, bundleId, changed);
    }
}
