/** The settings of all services, and how a service reads its own. */
@NullMarked
package dev.smartspawn.schema.setting;

import org.jspecify.annotations.NullMarked;
