/** What is served at one moment: the models, how fresh they are, and the unresolved names. */
@NullMarked
package dev.smartspawn.query.view;

import org.jspecify.annotations.NullMarked;
