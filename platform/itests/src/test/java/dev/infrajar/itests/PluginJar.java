// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import dev.infrajar.api.packet.PacketListener;
import dev.infrajar.net.admission.Gate;
import dev.infrajar.net.filter.TransportFilterFactory;
import dev.infrajar.net.intercept.PacketTapFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Writes the jars that the tests drop into {@code plugins/} or install. */
final class PluginJar {
    private static final String API =
            "dev.infrajar.api.event;version=\"[0.1,1)\",dev.infrajar.api.player;version=\"[0.1,1)\","
                    + "dev.infrajar.api.server;version=\"[0.1,1)\",net.kyori.adventure.text,"
                    + "net.kyori.adventure.text.format,net.kyori.adventure.text.event,net.kyori.adventure.key,"
                    + "net.kyori.adventure.builder,net.kyori.adventure.util";

    private static final String PACKETS = "dev.infrajar.api.packet;version=\"[0.1,1)\",org.osgi.framework,";

    private static final String TAPS = "dev.infrajar.net.intercept;tier=net;version=\"[0.1,1)\","
            + "dev.infrajar.net.packet;tier=net;version=\"[0.1,1)\",dev.infrajar.net.wire;tier=net;version=\"[0.1,1)\","
            + "io.netty.buffer,io.netty.channel,org.osgi.framework,";

    /** What a gate needs: the packages of tier N must be asked for by name. */
    private static final String ADMISSION =
            "dev.infrajar.net.admission;tier=net;version=\"[0.1,1)\",dev.infrajar.net.core;tier=net;version=\"[0.1,1)\","
                    + "dev.infrajar.net.transport;tier=net;version=\"[0.1,1)\",";

    private static final String FILTERS = "dev.infrajar.net.filter;tier=net;version=\"[0.1,1)\","
            + "dev.infrajar.net.packet;tier=net;version=\"[0.1,1)\",io.netty.buffer,";

    private PluginJar() {}

    /** A plugin of one component, whose class is taken from the tests. */
    static byte[] of(String symbolicName, String version, Class<?> component, Class<?> service) throws IOException {
        return component(symbolicName, version, API, component, service, "");
    }

    /** The same, for a packet listener of tier P; the declaration is XML. */
    static byte[] packetListener(
            String symbolicName, String version, Class<? extends PacketListener> component, String declaration)
            throws IOException {
        return component(symbolicName, version, PACKETS + API, component, PacketListener.class, declaration);
    }

    /** The same, for a tap of tier N. */
    static byte[] tap(
            String symbolicName, String version, Class<? extends PacketTapFactory> component, String declaration)
            throws IOException {
        return component(symbolicName, version, TAPS + API, component, PacketTapFactory.class, declaration);
    }

    /** The same, for a transport filter of tier N. */
    static byte[] filter(
            String symbolicName, String version, Class<? extends TransportFilterFactory> component, String declaration)
            throws IOException {
        return component(symbolicName, version, FILTERS + API, component, TransportFilterFactory.class, declaration);
    }

    /** A service property of a component, for its declaration. */
    static String property(String name, String type, Object value) {
        return "<property name=\"%s\" type=\"%s\" value=\"%s\"/>".formatted(name, type, value);
    }

    /** The same, for a gate of tier N. */
    static byte[] gate(String symbolicName, String version, Class<? extends Gate> component) throws IOException {
        return component(symbolicName, version, ADMISSION + API, component, Gate.class, "");
    }

    private static byte[] component(
            String symbolicName,
            String version,
            String imports,
            Class<?> component,
            Class<?> service,
            String declaration)
            throws IOException {
        Manifest manifest = manifest(symbolicName, version);
        manifest.getMainAttributes().putValue("Import-Package", imports);
        manifest.getMainAttributes().putValue("Service-Component", "OSGI-INF/component.xml");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            String file = component.getName().replace('.', '/') + ".class";
            try (InputStream in = component.getClassLoader().getResourceAsStream(file)) {
                put(jar, file, in.readAllBytes());
            }
            put(
                    jar,
                    "OSGI-INF/component.xml",
                    description(component, service, declaration).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A bundle that needs a package that nobody has. */
    static byte[] missingImport(String symbolicName) throws IOException {
        Manifest manifest = manifest(symbolicName, "1.0.0");
        manifest.getMainAttributes().putValue("Import-Package", "org.example.nowhere");
        return jar(manifest);
    }

    /** A bundle that carries Netty in itself and asks for tier N. */
    static byte[] withNettyInside(String symbolicName) throws IOException {
        Manifest manifest = manifest(symbolicName, "1.0.0");
        manifest.getMainAttributes().putValue("Import-Package", "dev.infrajar.net.forward;tier=net");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            put(jar, "io/netty/buffer/ByteBuf.class", new byte[] {1});
        }
        return bytes.toByteArray();
    }

    /** The same bundle with a higher version. */
    static byte[] withVersion(Path bundle, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(Files.newInputStream(bundle))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                    put(out, entry.getName(), in.readAllBytes());
                }
            }
        }
        return bytes.toByteArray();
    }

    /** Puts a file into a watched folder in one step, as a careful operator does. */
    static void drop(byte[] jar, Path target) throws IOException {
        Path complete = Files.write(Container.folder().resolve(target.getFileName() + ".part"), jar);
        Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] jar(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static Manifest manifest(String symbolicName, String version) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", symbolicName);
        attributes.putValue("Bundle-Version", version);
        return manifest;
    }

    private static String description(Class<?> component, Class<?> service, String declaration) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <implementation class="%1$s"/>
                  %3$s
                  <service><provide interface="%2$s"/></service>
                </scr:component>
                """.formatted(component.getName(), service.getName(), declaration);
    }
}
