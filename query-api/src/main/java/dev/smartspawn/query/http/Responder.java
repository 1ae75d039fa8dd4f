package dev.smartspawn.query.http;

/** What answers one method of a route. */
sealed interface Responder permits Endpoint, Lookup, Command, EventStream {}
