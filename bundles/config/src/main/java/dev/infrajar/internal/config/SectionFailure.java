// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

/**
 * A declared section that cannot be used.
 *
 * @param owner its bundle
 * @param declaration what the manifest says
 * @param reason why not
 */
record SectionFailure(Section.Owner owner, SectionDeclaration declaration, String reason) {
    @Override
    public String toString() {
        return "configuration section " + declaration.id() + " (" + declaration.tableText() + ") of bundle "
                + owner.name() + " is not used: " + reason;
    }
}
