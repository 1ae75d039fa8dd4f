package dev.smartspawn.schema.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The version of Smart Spawn, which Maven takes from the pom. */
public final class ProductVersion {

  public static final String CURRENT = read("version.txt");

  private ProductVersion() {}

  private static String read(String resource) {
    try (InputStream file = ProductVersion.class.getResourceAsStream(resource)) {
      if (file == null) {
        throw new IllegalStateException("the build left out " + resource);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
