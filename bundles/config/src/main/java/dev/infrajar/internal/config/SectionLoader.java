// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import java.util.List;
import java.util.Map;

/**
 * Makes the sections of one bundle.
 *
 * @param owner the bundle
 * @param classes finds its classes
 */
record SectionLoader(Section.Owner owner, ClassSource classes) {
    /** Finds classes by name, like a class loader. */
    interface ClassSource {
        Class<?> load(String name) throws ClassNotFoundException;
    }

    /** What loading one section gave. */
    sealed interface Loaded {
        /**
         * It can be bound.
         *
         * @param section the section
         */
        record Usable(Section section) implements Loaded {}

        /**
         * It cannot.
         *
         * @param failure the reason
         */
        record Failed(SectionFailure failure) implements Loaded {}
    }

    Loaded load(Map<String, Object> attributes) {
        SectionDeclaration declaration;
        try {
            declaration = SectionDeclaration.of(attributes);
        } catch (IllegalArgumentException e) {
            return failed(new SectionDeclaration("?", List.of(), "?", "?"), String.valueOf(e.getMessage()));
        }
        try {
            return new Loaded.Usable(new Section(owner, declaration, classes.load(declaration.record())));
        } catch (IllegalArgumentException e) {
            return failed(declaration, String.valueOf(e.getMessage()));
        } catch (ClassNotFoundException | LinkageError e) {
            return failed(declaration, "the bundle does not resolve, or lacks a class: " + e);
        }
    }

    private Loaded failed(SectionDeclaration declaration, String reason) {
        return new Loaded.Failed(new SectionFailure(owner, declaration, reason));
    }
}
