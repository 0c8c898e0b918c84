// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.rules;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.annotations.Component;

class HouseRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.infrajar");

    private static final String INTERNAL = "dev.infrajar.internal.";

    /** The root packages of the bundles: a dash in a bundle's name is a dot in its package. */
    private static final List<String> BUNDLES = List.of(
            "auth",
            "bans",
            "codec",
            "commands",
            "compression.jdk",
            "compression.libdeflate",
            "config",
            "connector",
            "console",
            "encryption.jdk",
            "encryption.openssl",
            "events",
            "extensions",
            "forwarder.copy",
            "forwarder.frame",
            "forwarder.splice",
            "forwarding",
            "guard",
            "listener",
            "provider.file",
            "router",
            "session",
            "status",
            "taps",
            "transport",
            "watch");

    private static String bundleOf(JavaClass type) {
        return BUNDLES.stream()
                .filter(bundle -> (type.getPackageName() + ".").startsWith(INTERNAL + bundle + "."))
                .findFirst()
                .orElse("");
    }

    /** One slice for each bundle's internal packages. */
    private static SliceAssignment byBundle() {
        return new SliceAssignment() {
            @Override
            public String getDescription() {
                return "bundles";
            }

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String bundle = bundleOf(type);
                return bundle.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(bundle);
            }
        };
    }

    private static DescribedPredicate<JavaClass> componentOrInsideOne() {
        return describe(
                "a component or nested in one",
                type -> type.isAnnotatedWith(Component.class)
                        || type.getEnclosingClass()
                                .map(outer -> outer.isAnnotatedWith(Component.class))
                                .orElse(false));
    }

    @Test
    void everyInternalClassBelongsToKnownBundle() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage(INTERNAL + ".")
                .should(new ArchCondition<>("belong to a bundle of the list") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        events.add(new SimpleConditionEvent(
                                type, !bundleOf(type).isEmpty(), type.getName() + " is in no known bundle"));
                    }
                });

        rule.check(CLASSES);
    }

    @Test
    void bundlesDoNotUseEachOther() {
        ArchRule rule = slices().assignedFrom(byBundle()).should().notDependOnEachOther();

        rule.check(CLASSES);
    }

    @Test
    void packagesOfOneBundleAreFreeOfCycles() {
        ArchRule rule = slices().matching("dev.infrajar.(**)").should().beFreeOfCycles();

        rule.check(CLASSES);
    }

    @Test
    void apiStandsOnJdkAdventureAndJSpecify() {
        ArchRule rule = classes()
                .that()
                .resideInAPackage("dev.infrajar.api..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.infrajar.api..",
                        "java..",
                        "net.kyori..",
                        "org.jspecify..",
                        "org.osgi.annotation..",
                        // Of the class files only: typed service properties are declared with it.
                        "org.osgi.service.component.annotations.."));

        rule.check(CLASSES);
    }

    @Test
    void coreContractsAreFreeOfNetty() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage("dev.infrajar.net.core..", "dev.infrajar.net.config..", "dev.infrajar.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..");

        rule.check(CLASSES);
    }

    @Test
    void onlyComponentsKnowTheFramework() {
        ArchRule rule = noClasses()
                .that(DescribedPredicate.not(componentOrInsideOne())
                        .and(DescribedPredicate.not(resideInAPackage("dev.infrajar.launcher.."))))
                .should()
                .dependOnClassesThat(describe(
                        "of org.osgi, annotations excepted",
                        type -> type.getPackageName().startsWith("org.osgi.")
                                && !type.getPackageName().startsWith("org.osgi.annotation.")
                                && !type.getPackageName().startsWith("org.osgi.service.component.annotations")));

        rule.check(CLASSES);
    }

    @Test
    void exportedPackagesHaveVersions() {
        ArchRule rule = classes()
                .that()
                .resideInAnyPackage("dev.infrajar.api..", "dev.infrajar.net..")
                .and()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.osgi.annotation.versioning.Version")
                .andShould()
                .beAnnotatedWith("org.osgi.annotation.bundle.Export");

        rule.check(CLASSES);
    }

    @Test
    void nobodyEndsTheProcess() {
        ArchRule rule = noClasses()
                .that()
                .resideOutsideOfPackage("dev.infrajar.launcher..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class);

        rule.check(CLASSES);
    }

    @Test
    void nobodyKeepsThreadLocals() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.netty.util.concurrent.FastThreadLocal");

        rule.check(CLASSES);
    }
}
