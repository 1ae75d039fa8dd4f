/** Files in the bodies of requests: taken out of them, and written to their topic. */
@NullMarked
package dev.smartspawn.query.attachment;

import org.jspecify.annotations.NullMarked;
