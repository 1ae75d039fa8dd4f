package dev.smartspawn.query.view;

import dev.smartspawn.schema.lifecycle.ProductVersion;

/** Version of what the API answers, as bodies give it. */
public final class ApiVersion {

  public static final String CURRENT = ProductVersion.CURRENT;

  private ApiVersion() {}
}
