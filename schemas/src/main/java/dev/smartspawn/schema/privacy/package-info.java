/** Which providers may see a request. */
@NullMarked
package dev.smartspawn.schema.privacy;

import org.jspecify.annotations.NullMarked;
