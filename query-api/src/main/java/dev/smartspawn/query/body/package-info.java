/** The JSON bodies the API answers with, as the specification lays them out. */
@NullMarked
package dev.smartspawn.query.body;

import org.jspecify.annotations.NullMarked;
