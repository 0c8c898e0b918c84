// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.bench.measure;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Asks another JVM, without any preparation on its side, how much memory lives in it. */
final class LiveMemory {
    private static final String AGENT = LiveMemoryAgent.class.getName();
    private static final String AGENT_FILE = AGENT.replace('.', '/') + ".class";

    private final Path folder;
    private final Path agent;

    /** Writes the agent's jar into a folder. */
    LiveMemory(Path folder) throws IOException {
        this.folder = folder;
        this.agent = folder.resolve("live-memory-agent.jar");
        writeAgent();
    }

    /**
     * Live heap plus direct memory after two collections.
     *
     * @param pid a JVM of the same user
     * @return bytes
     * @throws IOException if it refuses; an agent needs {@code java.instrument} in the run-time image
     */
    long bytes(long pid) throws IOException {
        Path answer = Files.createTempFile(folder, "live", ".txt");
        try {
            VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
            try {
                jvm.loadAgent(agent.toString(), answer.toString());
            } finally {
                jvm.detach();
            }
            return Long.parseLong(Files.readString(answer));
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException("process " + pid + " does not take the memory agent: " + e, e);
        }
    }

    private void writeAgent() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", AGENT);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(agent), manifest);
                InputStream code = LiveMemory.class.getClassLoader().getResourceAsStream(AGENT_FILE)) {
            if (code == null) {
                throw new IOException(AGENT_FILE + " is not on the class path");
            }
            out.putNextEntry(new JarEntry(AGENT_FILE));
            code.transferTo(out);
        }
    }
}
