// SPDX-License-Identifier: Apache-2.0
package dev.infrajar.net.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;

/** Marks a record as a section of a configuration file that its bundle understands. */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Capability(
        namespace = ConfigSection.NAMESPACE,
        attribute = {"section=${#id}", "table=${#table}", "file=${#file}", "record=${@class}"})
public @interface ConfigSection {
    /** The capability namespace in the manifest. */
    String NAMESPACE = "dev.infrajar.config";

    /**
     * The name of the section among all sections: what {@link ConfigValue} services are found by.
     *
     * @return a word with dashes, by custom the bundle's name
     */
    String id();

    /**
     * The table whose keys the record describes. That of a plugin is {@code plugins.ID}, and cannot have the keys
     * {@code enabled}, {@code path} and {@code permissions}: files that come from elsewhere mean something else by them.
     *
     * @return a table's name; {@code "."} for keys at the top of the file
     */
    String table() default ".";

    /**
     * The kind of file.
     *
     * @return {@link #PROXY} or {@link #SERVER}
     */
    String file() default PROXY;

    /** {@code infrarust.toml}. */
    String PROXY = "proxy";

    /** Each file of {@code servers/}. */
    String SERVER = "server";
}
