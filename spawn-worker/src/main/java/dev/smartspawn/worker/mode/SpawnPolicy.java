package dev.smartspawn.worker.mode;

import dev.smartspawn.schema.money.Usd;
import dev.smartspawn.schema.privacy.PrivacyRule;

/**
 * The operator's rules for every spawn.
 *
 * @param ceiling the most one spawn may cost, whatever its request allows
 * @param unjudged what becomes of a cheap answer that no judge has graded
 * @param privacy where any request may go; a request can only narrow it
 */
public record SpawnPolicy(Usd ceiling, Unjudged unjudged, PrivacyRule privacy) {}
