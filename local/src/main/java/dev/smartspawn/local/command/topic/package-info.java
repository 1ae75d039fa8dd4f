/** Commands that read Kafka topics directly. */
@NullMarked
package dev.smartspawn.local.command.topic;

import org.jspecify.annotations.NullMarked;
