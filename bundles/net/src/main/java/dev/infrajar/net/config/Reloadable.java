// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import java.util.List;

/** Something that is read from files and can be read again: a service that the console's {@code reload} calls. */
public interface Reloadable {
    /**
     * What it is, for the console.
     *
     * @return for example {@code infrarust.toml} or {@code servers}
     */
    String subject();

    /**
     * Reads it again at once. A file that is wrong keeps what was in force before. Blocks on the disk.
     *
     * @return what has changed, what could not be changed live, and what is wrong: a line each; empty when nothing has
     *     changed
     */
    List<String> reload();
}
