// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks {@code infrarust.toml} and all server files, and prints what is wrong. */
@Component(service = Callable.class, property = "infrajar.command=check")
public final class CheckCommand implements Callable<Integer> {
    private final Installation installation;

    /** Creates the command. */
    @Activate
    public CheckCommand(@Reference Installation installation) {
        this.installation = installation;
    }

    /** The number of problems. */
    @Override
    public Integer call() {
        ConfigCheck.Report report =
                ConfigCheck.ofAllFiles(new ProxyFile(installation.options()), installation.sections());
        report.print(System.err, System.out);
        return report.problems().size();
    }
}
