/** Parquet files in memory, read row by row. */
@NullMarked
package dev.smartspawn.ingest.parquet;

import org.jspecify.annotations.NullMarked;
