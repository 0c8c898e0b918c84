// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.infrajar.net.config.ConfigValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/** The components by hand, in a real framework with bundles made on the fly. */
class ComponentsInFelixTest {
    private static final String HELLO = SampleSections.Hello.class.getName();
    private static final String CONTRACTS = "dev.infrajar.net.config;tier=net;mandatory:=tier";

    private final Path folder;
    private final Framework framework;

    ComponentsInFelixTest(@TempDir Path folder) throws IOException, BundleException {
        this.folder = folder;
        Files.createDirectory(folder.resolve("servers"));
        Map<String, String> properties = new HashMap<>();
        properties.put("org.osgi.framework.storage", folder.resolve("cache").toString());
        properties.put("org.osgi.framework.system.packages.extra", CONTRACTS);
        properties.put("felix.service.urlhandlers", "false");
        properties.put("infrajar.config", folder.resolve("infrarust.toml").toString());
        framework = new FrameworkFactory().newFramework(properties);
        framework.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    private void write(String toml) throws IOException {
        Files.writeString(folder.resolve("infrarust.toml"), toml);
    }

    private static byte[] bundle(String version, String importPackage) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", "hello");
        attributes.putValue("Bundle-Version", version);
        attributes.putValue("Import-Package", importPackage);
        attributes.putValue(
                "Provide-Capability",
                "dev.infrajar.config;section=hello;table=\"plugins.hello\";file=proxy;record=\"" + HELLO + "\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest);
                InputStream hello = requireNonNull(
                        SampleSections.class.getResourceAsStream("/" + HELLO.replace('.', '/') + ".class"));
                InputStream outer = requireNonNull(SampleSections.class.getResourceAsStream("SampleSections.class"))) {
            jar.putNextEntry(new JarEntry(HELLO.replace('.', '/') + ".class"));
            hello.transferTo(jar);
            jar.putNextEntry(new JarEntry(SampleSections.class.getName().replace('.', '/') + ".class"));
            outer.transferTo(jar);
        }
        return bytes.toByteArray();
    }

    private Bundle install(String version) throws BundleException, IOException {
        return install(version, "dev.infrajar.net.config;tier=net");
    }

    private Bundle install(String version, String importPackage) throws BundleException, IOException {
        return framework
                .getBundleContext()
                .installBundle("test:" + version, new ByteArrayInputStream(bundle(version, importPackage)));
    }

    private static @Nullable Object valueFor(Bundle bundle) throws InvalidSyntaxException {
        BundleContext context = bundle.getBundleContext();
        for (ServiceReference<?> reference :
                context.getServiceReferences(ConfigValue.class, "(infrajar.section=hello)")) {
            Object service = context.getService(reference);
            return service instanceof ConfigValue<?> value ? value.get() : null;
        }
        return null;
    }

    @Test
    void publishesTheSectionOfABundleThatIsOnlyInstalled() throws Exception {
        write("[plugins.hello]\ngreeting = \"hi\"");
        Bundle bundle = install("1.0.0");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        ConfigurationComponent configuration = new ConfigurationComponent(framework.getBundleContext(), installation);

        bundle.start();
        Object value = requireNonNull(valueFor(bundle));
        assertThat(value).isInstanceOf(bundle.loadClass(HELLO)).hasToString("Hello[greeting=hi, times=1]");

        configuration.deactivate();
        assertThat(valueFor(bundle)).isNull();
        installation.deactivate();
    }

    @Test
    void followsBundlesThatComeAndGo() throws Exception {
        write("[plugins.hello]\ngreeting = \"hi\"");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        new ConfigurationComponent(framework.getBundleContext(), installation);

        Bundle bundle = install("1.0.0");
        bundle.start();
        assertThat(valueFor(bundle)).isNotNull();
        assertThat(installation.sections().usable()).hasSize(1);

        bundle.uninstall();
        assertThat(installation.sections().usable()).isEmpty();
        assertThat(valueFor(framework)).isNull();
    }

    @Test
    void givesAnUpdatedBundleARecordOfItsNewClass() throws Exception {
        write("[plugins.hello]\ngreeting = \"hi\"");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        new ConfigurationComponent(framework.getBundleContext(), installation);
        Bundle bundle = install("1.0.0");
        bundle.start();
        Class<?> before = requireNonNull(valueFor(bundle)).getClass();

        bundle.update(new ByteArrayInputStream(bundle("1.0.0", "dev.infrajar.net.config;tier=net")));

        assertThat(requireNonNull(valueFor(bundle)).getClass())
                .isNotEqualTo(before)
                .isEqualTo(bundle.loadClass(HELLO));
    }

    @Test
    void givesTwoVersionsSideBySideTheirOwnRecords() throws Exception {
        write("[plugins.hello]\ngreeting = \"hi\"");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        new ConfigurationComponent(framework.getBundleContext(), installation);
        Bundle old = install("1.0.0");
        Bundle next = install("1.0.1");
        old.start();
        next.start();

        assertThat(valueFor(old)).isInstanceOf(old.loadClass(HELLO));
        assertThat(valueFor(next)).isInstanceOf(next.loadClass(HELLO));
    }

    @Test
    void tellsEachBundleOfChangesUntilItStops() throws Exception {
        write("[plugins.hello]\ngreeting = \"hi\"");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        ConfigurationComponent configuration = new ConfigurationComponent(framework.getBundleContext(), installation);
        Bundle bundle = install("1.0.0");
        bundle.start();
        List<String> told = new ArrayList<>();
        value(bundle).onChange(now -> {
            told.add(now.toString());
            return Optional.of("half of it");
        });

        write("[plugins.hello]\ngreeting = \"ho\"");
        assertThat(configuration.reload())
                .containsExactly("plugins.hello.greeting: \"hi\" -> \"ho\"", "not in force: half of it (hello)");
        bundle.stop();
        write("[plugins.hello]\ngreeting = \"hu\"");
        assertThat(configuration.reload()).containsExactly("plugins.hello.greeting: \"ho\" -> \"hu\"");

        assertThat(told).containsExactly("Hello[greeting=ho, times=1]");
    }

    @Test
    void publishesASectionThatAReloadMends() throws Exception {
        write("");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        ConfigurationComponent configuration = new ConfigurationComponent(framework.getBundleContext(), installation);
        Bundle bundle = install("1.0.0");
        bundle.start();
        assertThat(valueFor(bundle)).isNull();

        write("[plugins.hello]\ngreeting = \"hi\"");
        configuration.reload();

        assertThat(valueFor(bundle)).hasToString("Hello[greeting=hi, times=1]");
    }

    @Test
    void followsTheFileWhileThereIsAWatcher() throws Exception {
        write("[plugins.hello]\ngreeting = \"hi\"");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        ConfigurationComponent configuration = new ConfigurationComponent(framework.getBundleContext(), installation);
        Bundle bundle = install("1.0.0");
        bundle.start();
        FakeWatcher watcher = new FakeWatcher();

        write("[plugins.hello]\ngreeting = \"before the watch\"");
        configuration.setWatcher(watcher);
        assertThat(valueFor(bundle)).hasToString("Hello[greeting=before the watch, times=1]");

        write("[plugins.hello]\ngreeting = \"later\"");
        watcher.change(folder.resolve("infrarust.toml"));
        assertThat(valueFor(bundle)).hasToString("Hello[greeting=later, times=1]");

        configuration.unsetWatcher(new FakeWatcher());
        assertThat(watcher.watched).hasSize(1);
        configuration.unsetWatcher(watcher);
        assertThat(watcher.watched).isEmpty();
    }

    @SuppressWarnings("unchecked") // a record of the bundle's own class, which this test cannot name
    private static ConfigValue<Object> value(Bundle bundle) throws InvalidSyntaxException {
        BundleContext context = bundle.getBundleContext();
        ServiceReference<?> reference =
                context.getServiceReferences(ConfigValue.class, "(infrajar.section=hello)").stream()
                        .findFirst()
                        .orElseThrow();
        return (ConfigValue<Object>) requireNonNull(context.getService(reference));
    }

    @Test
    void reportsABundleThatDoesNotResolve() throws Exception {
        write("");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());
        install("1.0.0", "no.such.package");

        assertThat(installation.sections().usable()).isEmpty();
        assertThat(installation.sections().failures())
                .singleElement()
                .asString()
                .startsWith(
                        "configuration section hello ([plugins.hello]) of bundle hello is not used: the bundle does not"
                                + " resolve");
    }

    @Test
    void countsProblemsForTheLauncher() throws Exception {
        write("x = 1\ny = 2");
        InstallationComponent installation = new InstallationComponent(framework.getBundleContext());

        assertThat(new ValidateCommand(installation).call()).isEqualTo(2);
        assertThat(new CheckCommand(installation).call()).isEqualTo(2);
    }
}
