package dev.smartspawn.query.refresh;

import dev.smartspawn.query.topic.TopicUnavailableException;
import dev.smartspawn.schema.refresh.RefreshCommand;
import dev.smartspawn.schema.trace.RequestId;

/** Requests refreshes. */
public interface RefreshControl {

  /**
   * Returns once the command is acknowledged by its topic, or if none is needed.
   *
   * @param requestId for the command's headers
   * @throws TopicUnavailableException if the command could not be written
   */
  RefreshDecision request(RefreshCommand command, RequestId requestId);
}
