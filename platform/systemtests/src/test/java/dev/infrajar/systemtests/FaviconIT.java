// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import dev.infrajar.systemtests.node.NodeClient;
import dev.infrajar.systemtests.plain.PlainBackend;
import dev.infrajar.systemtests.plain.PlainClient;
import dev.infrajar.systemtests.process.ChildProcess;
import dev.infrajar.systemtests.process.Children;
import dev.infrajar.systemtests.process.Ports;
import dev.infrajar.systemtests.proxy.Proxy;
import dev.infrajar.systemtests.proxy.Run;
import dev.infrajar.systemtests.proxy.Workspace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Icons in the server list, in every form in which a file can have them. */
class FaviconIT {
    private static final String PREFIX = "data:image/png;base64,";

    @RegisterExtension
    final Children children = Children.ofTest();

    private final Path directory;
    private final byte[] png = image(64);
    private final String dataUri = PREFIX + Base64.getEncoder().encodeToString(png);
    private final PlainBackend backend = PlainBackend.start("Text of the backend");

    FaviconIT(@TempDir Path directory) throws IOException {
        this.directory = directory;
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void dataUriBase64AndFileReachTheClientAsADataUri() throws IOException {
        Files.write(directory.resolve("icon.png"), png);
        Workspace workspace = Workspace.in(directory, """
                [default_motd.online]
                text = "proxy"
                favicon = "icon.png"
                """);
        server(workspace, "uri", dataUri);
        server(workspace, "bare", dataUri.substring(PREFIX.length()));
        server(workspace, "file", "./icon.png");
        Proxy proxy = Proxy.start(children, workspace);

        for (String host : new String[] {"uri.test", "bare.test", "file.test", "unknown.test"}) {
            assertThat(icon(proxy, host)).as(host).isEqualTo(dataUri);
        }
    }

    @Test
    void stateOfAServerHasItsIconAndARealClientReadsIt() throws IOException {
        Files.write(directory.resolve("icon.png"), png);
        Workspace workspace = Workspace.in(directory).server("off", """
                domains = ["127.0.0.1"]
                addresses = ["127.0.0.1:%d"]
                [motd.offline]
                text = "Off"
                favicon = "./icon.png"
                """.formatted(Ports.free()));
        Proxy proxy = Proxy.start(children, workspace);

        JsonObject answer = NodeClient.start(children).utilPing("status", proxy.port());

        assertThat(answer.get("favicon").getAsString()).isEqualTo(dataUri);
    }

    @Test
    void changedFileIsShownWhenItsServerFileIsWrittenAgain() throws IOException {
        Path icon = Files.write(directory.resolve("icon.png"), png);
        Workspace workspace = Workspace.in(directory);
        server(workspace, "file", "./icon.png");
        Proxy proxy = Proxy.start(children, workspace);
        assertThat(icon(proxy, "file.test")).isEqualTo(dataUri);

        byte[] other = image(64, 0xFF00FF);
        Files.write(icon, other);
        server(workspace, "file", "./icon.png");

        await("the other icon").atMost(ChildProcess.PATIENCE).until(() -> icon(proxy, "file.test")
                .equals(PREFIX + Base64.getEncoder().encodeToString(other)));
    }

    @Test
    void iconAtAnAddressIsFetchedInTheBackground() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 10);
        http.createContext("/icon.png", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, png.length);
                exchange.getResponseBody().write(png);
            }
        });
        http.start();
        try {
            Workspace workspace = Workspace.in(directory);
            server(workspace, "http", "http://127.0.0.1:" + http.getAddress().getPort() + "/icon.png");
            Proxy proxy = Proxy.start(children, workspace);

            await("the icon").atMost(ChildProcess.PATIENCE).until(() -> {
                JsonObject answer = PlainClient.status(proxy.port(), "http.test");
                assertThat(answer.toString()).doesNotContain("icon.png");
                return answer.has("favicon")
                        && answer.get("favicon").getAsString().equals(dataUri);
            });
        } finally {
            http.stop(0);
        }
    }

    @Test
    void addressWithoutAnIconIsToldOnceAndTheAnswerGoesWithout() {
        Workspace workspace = Workspace.in(directory);
        server(workspace, "http", "http://127.0.0.1:" + Ports.free() + "/icon.png");
        Proxy proxy = Proxy.start(children, workspace);

        assertThat(PlainClient.status(proxy.port(), "http.test").has("favicon")).isFalse();

        proxy.process().awaitLine("the reason", line -> line.contains("WARN") && line.contains("/icon.png"));
        assertThat(PlainClient.motd(proxy.port(), "http.test")).isEqualTo("ours");
    }

    @Test
    void wrongIconsAreNamedWithTheirPlaces() throws IOException {
        Files.write(directory.resolve("small.png"), image(32));
        Files.writeString(directory.resolve("photo.jpg"), "no image");
        Workspace workspace = Workspace.in(directory, """
                [default_motd.online]
                text = "x"
                favicon = "missing.png"
                """);
        server(workspace, "small", "./small.png");
        server(workspace, "photo", "photo.jpg");

        Run check = Run.of(children, workspace, "check");

        assertThat(check.exitCode()).as(check.output()).isEqualTo(1);
        assertThat(check.output())
                .containsPattern("infrarust.toml:5:.*default_motd.online.favicon.*missing.png.*does not exist")
                .containsPattern("small.toml:5:.*motd.online.favicon.*32 by 32 pixels, must have 64 by 64")
                .containsPattern("photo.toml:5:.*motd.online.favicon.*not a PNG");
    }

    private void server(Workspace workspace, String name, String favicon) {
        workspace.server(name, """
                domains = ["%s.test"]
                addresses = ["127.0.0.1:%d"]
                [motd.online]
                text = "ours"
                favicon = "%s"
                """.formatted(name, backend.port(), favicon));
    }

    private static String icon(Proxy proxy, String host) {
        return PlainClient.status(proxy.port(), host).get("favicon").getAsString();
    }

    private static byte[] image(int side) throws IOException {
        return image(side, 0x00AA00);
    }

    private static byte[] image(int side, int colour) throws IOException {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side; i++) {
            image.setRGB(i, i, colour);
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
