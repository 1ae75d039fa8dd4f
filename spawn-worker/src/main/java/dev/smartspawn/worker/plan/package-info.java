/** Choosing models: by asking query-api, or without it. */
@NullMarked
package dev.smartspawn.worker.plan;

import org.jspecify.annotations.NullMarked;
