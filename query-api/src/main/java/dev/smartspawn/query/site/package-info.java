/** Static content: the dashboard, the API's description and its reference. */
@NullMarked
package dev.smartspawn.query.site;

import org.jspecify.annotations.NullMarked;
