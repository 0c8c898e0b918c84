// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.listener.filter;

import dev.infrajar.net.filter.FilterDeclaration;
import dev.infrajar.net.whiteboard.BadDeclaration;
import dev.infrajar.net.whiteboard.DeclaredProperties;
import java.util.List;
import java.util.Map;

/**
 * What a factory declares with the properties of {@link FilterDeclaration}, checked.
 *
 * @param id names the filter among all
 * @param before ids of filters that come later
 * @param after ids of filters that come earlier
 * @param priority lower ones come first where that leaves it open
 * @param failOpen whether a connection goes on that it fails at
 */
record Declaration(String id, List<String> before, List<String> after, int priority, boolean failOpen) {
    Declaration {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static Declaration read(Map<String, Object> properties) throws BadDeclaration {
        DeclaredProperties declared = new DeclaredProperties(FilterDeclaration.PREFIX_, properties);
        return new Declaration(
                declared.id(), declared.ids("before"), declared.ids("after"), declared.priority(), declared.failOpen());
    }
}
