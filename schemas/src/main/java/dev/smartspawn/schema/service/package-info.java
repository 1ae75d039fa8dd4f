/** What every service needs to run: settings, readiness. */
@NullMarked
package dev.smartspawn.schema.service;

import org.jspecify.annotations.NullMarked;
