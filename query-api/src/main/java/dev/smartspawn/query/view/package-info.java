/**
 * What is served: an immutable view of the models and of how fresh they are, and how Kafka feeds
 * it.
 */
@NullMarked
package dev.smartspawn.query.view;

import org.jspecify.annotations.NullMarked;
