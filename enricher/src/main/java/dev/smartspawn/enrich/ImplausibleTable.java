package dev.smartspawn.enrich;

/** What becomes of a first table that differs too much from the last one. */
public enum ImplausibleTable {
  REFUSE,
  PUBLISH
}
