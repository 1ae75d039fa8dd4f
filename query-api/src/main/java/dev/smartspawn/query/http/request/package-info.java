/** What a request carries: its query string, its path variable, its body. */
@NullMarked
package dev.smartspawn.query.http.request;

import org.jspecify.annotations.NullMarked;
