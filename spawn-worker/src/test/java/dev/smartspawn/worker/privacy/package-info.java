/** Shows that no request reaches a provider that its rule forbids. */
@NullMarked
package dev.smartspawn.worker.privacy;

import org.jspecify.annotations.NullMarked;
