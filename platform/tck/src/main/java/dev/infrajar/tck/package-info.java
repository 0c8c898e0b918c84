// SPDX-License-Identifier: Apache-2.0
/**
 * Contract kits: what every implementation of an extension point must pass. An implementation's test extends the kit's
 * abstract class, for example {@link dev.infrajar.tck.ForwarderContract}, and says what is to be tested.
 */
@NullMarked
package dev.infrajar.tck;

import org.jspecify.annotations.NullMarked;
