// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.console;

import dev.infrajar.net.core.ConsoleWriter;

/** Where answers are shown. Used by the console's thread alone. */
interface Screen {
    /** Lines on standard output, whatever that is. */
    Screen PLAIN = new Screen() {
        @Override
        public int width() {
            return ConsoleWriter.UNLIMITED;
        }

        @Override
        public void clear() {
            // A file or a pipe keeps what it has got.
        }
    };

    /** In characters, at this moment. */
    int width();

    /** Makes it empty. */
    void clear();
}
