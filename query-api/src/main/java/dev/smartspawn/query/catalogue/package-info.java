/** Models, their evidence, their comparison and unresolved names over HTTP. */
@NullMarked
package dev.smartspawn.query.catalogue;

import org.jspecify.annotations.NullMarked;
