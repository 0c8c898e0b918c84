// SPDX-License-Identifier: Apache-2.0
/** The sections of the configuration that are about sessions. */
@NullMarked
package dev.infrajar.internal.session.config;

import org.jspecify.annotations.NullMarked;
