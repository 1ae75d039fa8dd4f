/** What a request says to a model: messages, parameters and the form of the answer. */
@NullMarked
package dev.smartspawn.schema.chat;

import org.jspecify.annotations.NullMarked;
