/** What bytes are: images, PDF documents and texts, told by the bytes alone. */
@NullMarked
package dev.smartspawn.schema.media;

import org.jspecify.annotations.NullMarked;
