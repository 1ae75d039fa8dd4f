package dev.smartspawn.query.http.route;

import dev.smartspawn.query.http.request.BodyIntake;

/**
 * A command whose body may be larger than what is read into memory as a whole. Bodies of up to
 * {@link #maxBytes} are carried out as usual.
 */
public interface LargeCommand extends Command {

  /** The largest body it takes. */
  int largestBytes();

  /** Begins to take a larger body. */
  BodyIntake intake();
}
