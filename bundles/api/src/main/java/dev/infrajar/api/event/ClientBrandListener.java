// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** Is told what clients say they are. Nobody waits for it. Called in the intercepted modes only. */
@ConsumerType
public interface ClientBrandListener {
    /**
     * Called when a client sends its brand: at each server it gets to.
     *
     * @param event the brand
     */
    void onClientBrand(ClientBrandEvent event);
}
