// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests.plain;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** The visible letters of text components, without style. */
public final class Texts {
    private Texts() {}

    /**
     * The letters of a component and its children, section-sign codes removed.
     *
     * @param component a string, a list or an object
     * @return what a player reads
     */
    public static String plain(JsonElement component) {
        return letters(component).replaceAll("§.", "");
    }

    private static String letters(JsonElement component) {
        if (component.isJsonPrimitive()) {
            return component.getAsString();
        }
        var text = new StringBuilder();
        if (component.isJsonArray()) {
            component.getAsJsonArray().forEach(part -> text.append(letters(part)));
            return text.toString();
        }
        JsonObject object = component.getAsJsonObject();
        for (String member : new String[] {"text", "extra"}) {
            if (object.has(member)) {
                text.append(letters(object.get(member)));
            }
        }
        return text.toString();
    }
}
