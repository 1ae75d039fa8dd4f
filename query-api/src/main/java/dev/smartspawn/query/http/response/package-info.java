/** Responses, errors, entity tags and the headers every response has. */
@NullMarked
package dev.smartspawn.query.http.response;

import org.jspecify.annotations.NullMarked;
