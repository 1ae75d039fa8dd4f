/**
 * What a provider's body is before it means anything: unpacked, decoded, and read as JSON as far as
 * it goes.
 */
@NullMarked
package dev.smartspawn.worker.body;

import org.jspecify.annotations.NullMarked;
