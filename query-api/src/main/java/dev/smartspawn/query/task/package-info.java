/** What a task written in free text asks for. */
@NullMarked
package dev.smartspawn.query.task;

import org.jspecify.annotations.NullMarked;
