/**
 * Files of requests: read from their topic for a call, and removed once no open spawn needs them.
 */
@NullMarked
package dev.smartspawn.worker.attachment;

import org.jspecify.annotations.NullMarked;
