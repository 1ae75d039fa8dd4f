/** What the Kafka Streams stages share: surviving outages, guarding their state, failing. */
@NullMarked
package dev.smartspawn.schema.stage;

import org.jspecify.annotations.NullMarked;
