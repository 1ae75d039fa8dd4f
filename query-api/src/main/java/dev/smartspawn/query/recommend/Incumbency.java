package dev.smartspawn.query.recommend;

/** What becomes of the answer so far. */
public enum Incumbency {
  /** It stays the answer while there is no reason to change it. */
  PREFERRED,
  /** The best model is the answer. */
  IGNORED
}
