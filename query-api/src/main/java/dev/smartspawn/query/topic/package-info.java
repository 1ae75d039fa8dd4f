/** Writing commands to topics. */
@NullMarked
package dev.smartspawn.query.topic;

import org.jspecify.annotations.NullMarked;
