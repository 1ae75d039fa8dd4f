/** What models cost by their list prices, and what another model would have cost. */
@NullMarked
package dev.smartspawn.schema.price;

import org.jspecify.annotations.NullMarked;
