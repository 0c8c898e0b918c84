// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.node;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.infrajar.systemtests.process.ChildProcess;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a script tells: lines with one JSON object each. Other lines are its own chatter.
 *
 * @param process the script
 */
record Events(ChildProcess process) {
    /** Waits for the first event of a kind that a test accepts, told already or not. */
    JsonObject await(String event, Predicate<JsonObject> isIt) {
        return await(event, "", isIt);
    }

    /** The same, but ends at once when the script tells one of the failures of a session. */
    JsonObject await(String event, String failure, Predicate<JsonObject> isIt) {
        JsonObject found = process.awaitValue(event, line -> parse(line)
                .filter(told -> is(told, event) || is(told, failure))
                .filter(isIt));
        if (is(found, failure)) {
            throw new AssertionError("instead of " + event + ": " + found);
        }
        return found;
    }

    /** Waits for the first event of any kind that a test accepts. */
    JsonObject awaitAny(String what, Predicate<JsonObject> isIt) {
        return process.awaitValue(what, line -> parse(line).filter(isIt));
    }

    /** The events of a kind that a test accepts, in their order, as many as were told. */
    List<JsonObject> told(String event, Predicate<JsonObject> isIt) {
        return process.lines().stream()
                .flatMap(line -> parse(line).stream())
                .filter(told -> is(told, event) && isIt.test(told))
                .toList();
    }

    static boolean is(JsonObject told, String event) {
        return told.get("event").getAsString().equals(event);
    }

    private static Optional<JsonObject> parse(String line) {
        return line.startsWith("{\"event\"")
                ? Optional.of(JsonParser.parseString(line).getAsJsonObject())
                : Optional.empty();
    }
}
