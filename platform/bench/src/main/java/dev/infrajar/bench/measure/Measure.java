// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import dev.infrajar.bench.Contender;
import dev.infrajar.bench.result.Results;
import java.io.Closeable;
import java.io.IOException;

/** Something to measure, once per round and contender. One thread. */
public interface Measure extends Closeable {
    /** The name in {@code --measures}. */
    String name();

    /** Whether it means anything for a contender. */
    boolean appliesTo(Contender contender);

    /**
     * Measures once and adds the values.
     *
     * @throws IOException if the proxy does not do its work
     */
    void measure(Contender contender, Results results) throws IOException;

    /** Ends what it has started. */
    @Override
    void close();
}
