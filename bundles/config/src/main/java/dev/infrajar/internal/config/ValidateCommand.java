// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.config;

import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks {@code infrarust.toml} alone, before the rest of the proxy starts, and prints what is wrong. */
@Component(service = Callable.class, property = "infrajar.command=validate")
public final class ValidateCommand implements Callable<Integer> {
    private final Installation installation;

    /** Creates the command. */
    @Activate
    public ValidateCommand(@Reference Installation installation) {
        this.installation = installation;
    }

    /** The number of problems. */
    @Override
    public Integer call() {
        ConfigCheck.Report report =
                ConfigCheck.ofProxyFile(new ProxyFile(installation.options()), installation.sections());
        report.printProblems(System.err);
        return report.problems().size();
    }
}
