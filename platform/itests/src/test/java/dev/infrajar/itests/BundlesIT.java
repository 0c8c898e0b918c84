// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BundlesIT {
    @Inject
    private BundleContext context;

    @Configuration
    public Option[] configuration() {
        return new Option[] {Container.platform()};
    }

    @ProbeBuilder
    public TestProbeBuilder probe(TestProbeBuilder probe) {
        return Container.probe(probe);
    }

    @Test
    public void everyBundleResolvesAndStarts() {
        List<String> bad = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
            int wanted = fragment ? Bundle.RESOLVED : Bundle.ACTIVE;
            if (bundle.getState() != wanted && !(fragment && isForAnotherMachine(bundle))) {
                bad.add(bundle + " in state " + bundle.getState());
            }
        }
        assertEquals(List.of(), bad);
    }

    /** The zip carries the native library for both processors that servers have. */
    private static boolean isForAnotherMachine(Bundle bundle) {
        return bundle.getLocation().contains("linux-") && !bundle.getLocation().contains(nativeName());
    }

    private static String nativeName() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    }

    @Test
    public void listensWhenAllIsStarted() throws Exception {
        assertTrue(MinecraftClient.ping(Container.port(), "nowhere").contains("the default"));
    }
}
