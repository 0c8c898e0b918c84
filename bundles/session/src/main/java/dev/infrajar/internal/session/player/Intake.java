// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.internal.session.player;

import dev.infrajar.net.admission.Verdict;
import net.kyori.adventure.text.Component;

/** Whether new players are let in: not while an operator drains the proxy as a whole, and not when it stops. */
@org.osgi.service.component.annotations.Component(service = Intake.class)
public final class Intake {
    private static final Verdict DRAINED = new Verdict.Refuse(
            Component.text("The proxy takes no new players at the moment, please try again later."),
            "the proxy is drained");

    /** What players read who are logging in when the proxy stops. */
    public static final Verdict.Refuse STOPPING = new Verdict.Refuse(
            Component.text("The proxy is restarting, please try again in a moment."), "the proxy stops");

    private volatile Verdict verdict = Verdict.PASS;

    /** What a new login gets. Reads a field; callable from any thread. */
    public Verdict verdict() {
        return verdict;
    }

    /** Whether nobody is let in. */
    public boolean isClosed() {
        return verdict != Verdict.PASS;
    }

    /** Takes no more players until {@link #open}; returns whether that is a change. */
    public synchronized boolean drain() {
        return change(Verdict.PASS, DRAINED);
    }

    /** Takes players again after {@link #drain}; returns whether that is a change. */
    public synchronized boolean open() {
        return change(DRAINED, Verdict.PASS);
    }

    /** Takes no more players, ever. */
    public synchronized void stop() {
        verdict = STOPPING;
    }

    private boolean change(Verdict from, Verdict to) {
        boolean isChange = verdict == from;
        if (isChange) {
            verdict = to;
        }
        return isChange;
    }
}
