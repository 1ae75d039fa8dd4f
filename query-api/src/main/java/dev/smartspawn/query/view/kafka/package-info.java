/** Keeps the served view up to date from Kafka. */
@NullMarked
package dev.smartspawn.query.view.kafka;

import org.jspecify.annotations.NullMarked;
