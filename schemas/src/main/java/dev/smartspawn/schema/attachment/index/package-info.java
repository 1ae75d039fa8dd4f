/** Which attachments are in their topic, where, and how long they stay there. */
@NullMarked
package dev.smartspawn.schema.attachment.index;

import org.jspecify.annotations.NullMarked;
