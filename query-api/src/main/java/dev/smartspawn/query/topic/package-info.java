/** Writing commands to topics, and reading topics that are not tables. */
@NullMarked
package dev.smartspawn.query.topic;

import org.jspecify.annotations.NullMarked;
