package dev.smartspawn.query.site;

import dev.smartspawn.query.http.response.Response;
import dev.smartspawn.query.http.route.Endpoint;
import dev.smartspawn.query.http.route.ResourceFile;

/** Describes the API and the topics for programs: OpenAPI and AsyncAPI. */
public final class ApiDocuments {

  private static final String OPEN_API = "/dev/smartspawn/query/openapi.json";
  private static final String ASYNC_API = "/asyncapi.json";

  private ApiDocuments() {}

  /** {@code GET /openapi.json}. */
  public static Endpoint openApi() {
    return ResourceFile.endpoint(OPEN_API, Response.JSON);
  }

  /** {@code GET /asyncapi.json}. */
  public static Endpoint asyncApi() {
    return ResourceFile.endpoint(ASYNC_API, Response.JSON);
  }
}
