// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.tck;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/** An object that tells when the garbage collector has run and its references have been enqueued. */
final class CollectedMark {
    private CollectedMark() {}

    static void awaitCollection() {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        Reference<Object> mark = new PhantomReference<>(new Object(), queue);
        Await.until("the garbage collector runs", () -> {
            System.gc();
            return queue.poll() == mark;
        });
    }
}
