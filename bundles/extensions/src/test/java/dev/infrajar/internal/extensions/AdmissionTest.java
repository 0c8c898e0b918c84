// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final JarFacts PLUGIN = facts("com.example.a", "1.0", false, false, false);

    @Test
    void admitsAPlugin() {
        assertThat(objection(PLUGIN)).isEmpty();
    }

    @Test
    void refusesWhatIsNotABundle() {
        JarFacts jar = new JarFacts(Optional.empty(), BundleVersion.ZERO, false, List.of(), false, false);

        assertThat(objection(jar)).get().asString().contains("Bundle-SymbolicName", "bnd-maven-plugin");
    }

    @Test
    void refusesAFragment() {
        assertThat(objection(facts("com.example.a", "1.0", true, false, false)))
                .get()
                .asString()
                .contains("fragment");
    }

    @Test
    void refusesItsOwnNettyOnlyTogetherWithTierN() {
        assertThat(objection(facts("com.example.a", "1.0", false, true, true)))
                .get()
                .asString()
                .contains("io/netty/", "LinkageError");
        assertThat(objection(facts("com.example.a", "1.0", false, true, false))).isEmpty();
        assertThat(objection(facts("com.example.a", "1.0", false, false, true))).isEmpty();
    }

    @Test
    void refusesTheNameOfAPlatformBundle() {
        assertThat(objection(facts("dev.infrajar.router", "9.0", false, false, false)))
                .contains("its symbolic name dev.infrajar.router belongs to the platform");
    }

    @Test
    void refusesTheSamePluginTwice() {
        PluginJar other = new PluginJar("other.jar", facts("com.example.a", "1.0.0", false, false, false));

        assertThat(Admission.objection(PLUGIN, List.of(), List.of(other)))
                .contains("it is the same plugin as other.jar: com.example.a 1.0.0");
    }

    @Test
    void admitsAnotherVersionBeside() {
        PluginJar other = new PluginJar("other.jar", facts("com.example.a", "1.1", false, false, false));

        assertThat(Admission.objection(PLUGIN, List.of(), List.of(other))).isEmpty();
    }

    @Test
    void namesAPackageThatNobodyExports() {
        assertThat(missing("x.y", "[1,2)", Map.of()))
                .containsExactly("it needs the package x.y [1,2), which no bundle exports");
    }

    @Test
    void namesTheVersionThatIsThere() {
        assertThat(missing("a.b", "[2,3)", Map.of()))
                .containsExactly("it needs the package a.b [2,3), but there is only version 1.4.0 of exporter");
    }

    @Test
    void namesAnAttributeThatMustBeAskedFor() {
        assertThat(missing("n", "1", Map.of()))
                .containsExactly("it imports the package n without the attribute tier that its exporter demands");
        assertThat(missing("n", "1", Map.of("tier", "net"))).isEmpty();
    }

    @Test
    void missesNothingThatIsThere() {
        assertThat(missing("a.b", "[1,2)", Map.of())).isEmpty();
    }

    @Test
    void doesNotMissWhatIsOptional() {
        PackageImport wanted = new PackageImport("x.y", VersionInterval.parse("1"), Map.of(), true);

        assertThat(MissingImports.describe(List.of(wanted), List.of())).isEmpty();
    }

    private static List<String> missing(String name, String versions, Map<String, String> attributes) {
        PackageImport wanted = new PackageImport(name, VersionInterval.parse(versions), attributes, false);
        List<PackageExport> exports = List.of(
                new PackageExport("a.b", BundleVersion.parse("1.4"), Map.of(), Set.of(), "exporter"),
                new PackageExport("n", BundleVersion.parse("1"), Map.of("tier", "net"), Set.of("tier"), "net"));
        return MissingImports.describe(List.of(wanted), exports);
    }

    private static Optional<String> objection(JarFacts jar) {
        Installed router = new Installed(
                7, "dev.infrajar.router", BundleVersion.parse("1"), "file:/x.jar", Installed.ACTIVE, Instant.EPOCH);
        return Admission.objection(jar, List.of(router), List.of());
    }

    private static JarFacts facts(String name, String version, boolean fragment, boolean tierN, boolean netty) {
        return new JarFacts(Optional.of(name), BundleVersion.parse(version), fragment, List.of(), tierN, netty);
    }
}
