// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.forwarder.frame;

import dev.infrajar.net.compression.CompressionFactory;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each session the {@link LoopCodec} of its event loop. What belongs to a loop is touched by its thread alone, and is
 * freed by the last of its sessions: a stopped bundle leaves nothing behind.
 */
final class LoopCodecs {
    private final Map<EventLoop, List<LoopCodec>> codecs = new ConcurrentHashMap<>();

    /** To be given back with {@link #leave}. On that event loop. */
    LoopCodec enter(EventLoop loop, CompressionFactory factory) {
        List<LoopCodec> ofLoop = codecs.computeIfAbsent(loop, _ -> new ArrayList<>());
        LoopCodec codec = ofLoop.stream()
                .filter(candidate -> candidate.isOf(factory))
                .findFirst()
                .orElseGet(() -> {
                    LoopCodec made = new LoopCodec(factory);
                    ofLoop.add(made);
                    return made;
                });
        codec.enter();
        return codec;
    }

    /** On that event loop, once for each {@link #enter}. */
    void leave(EventLoop loop, LoopCodec codec) {
        List<LoopCodec> ofLoop = codecs.getOrDefault(loop, List.of());
        if (codec.leave()) {
            ofLoop.remove(codec);
            if (ofLoop.isEmpty()) {
                codecs.remove(loop);
            }
        }
    }
}
