package dev.smartspawn.query.recommend;

/**
 * Whether {@code :free} variants, which are rate-limited and may train on prompts, may be
 * recommended.
 */
public enum FreeVariants {
  LEFT_OUT,
  INCLUDED
}
