package dev.smartspawn.query.view;

/** Version of what the API answers, as bodies give it. */
public final class ApiVersion {

  public static final String CURRENT = "1.0.0";

  private ApiVersion() {}
}
