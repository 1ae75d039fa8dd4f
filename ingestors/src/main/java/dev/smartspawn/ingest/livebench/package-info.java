/** LiveBench's judgments, from its Parquet file. */
@NullMarked
package dev.smartspawn.ingest.livebench;

import org.jspecify.annotations.NullMarked;
