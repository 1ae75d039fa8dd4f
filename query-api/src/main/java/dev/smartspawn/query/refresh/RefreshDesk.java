package dev.smartspawn.query.refresh;

import dev.smartspawn.query.body.RefreshBody;
import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.trace.RequestId;

/** Where a refresh is asked for. */
public interface RefreshDesk {

  /**
   * Returns once the command is safe in its topic, or it is clear that none is needed.
   *
   * @param requestId who asks, for the command's headers
   * @throws TopicUnavailableException when the command could not be handed over
   */
  RefreshBody ask(RefreshCommand command, RequestId requestId);
}
