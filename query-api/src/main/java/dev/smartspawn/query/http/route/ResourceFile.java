package dev.smartspawn.query.http.route;

import dev.smartspawn.query.http.response.EntityTag;
import dev.smartspawn.query.http.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files on the class path, served from memory. A browser revalidates them by their entity tag. */
public final class ResourceFile {

  private ResourceFile() {}

  /**
   * @param resource its absolute name on the class path
   */
  public static Endpoint endpoint(String resource, String contentType) {
    byte[] bytes = read(resource);
    Response response = Response.file(contentType, bytes, EntityTag.ofBytes(bytes));
    return request -> {
      request.requireNoParameters();
      return response;
    };
  }

  public static byte[] read(String resource) {
    try (InputStream in = ResourceFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
