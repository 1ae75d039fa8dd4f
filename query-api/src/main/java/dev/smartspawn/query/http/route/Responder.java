package dev.smartspawn.query.http.route;

/** Answers one method of a route. */
public sealed interface Responder permits Endpoint, Lookup, Command, EventStream {}
