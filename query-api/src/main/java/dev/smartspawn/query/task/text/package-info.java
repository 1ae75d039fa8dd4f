/** What can be read from a task's text without knowing its language: tokens, regions, signals. */
@NullMarked
package dev.smartspawn.query.task.text;

import org.jspecify.annotations.NullMarked;
