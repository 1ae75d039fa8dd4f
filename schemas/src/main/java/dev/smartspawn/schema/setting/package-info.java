/** Every setting of every service, and how a service reads its own. */
@NullMarked
package dev.smartspawn.schema.setting;

import org.jspecify.annotations.NullMarked;
