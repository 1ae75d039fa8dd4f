package dev.smartspawn.local.command.day;

import dev.smartspawn.local.command.console.CommandFailure;
import dev.smartspawn.local.command.console.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A server of the days that runs already. {@code POST /__day/2026-06-19} makes it go to a day.
 *
 * @param url without a slash at its end
 */
record RemoteDaySources(String url) implements DaySources {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Override
  public void show(LocalDate day) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("%s/__day/%s".formatted(url, day)))
            .timeout(TIMEOUT)
            .POST(BodyPublishers.noBody())
            .build();
    try {
      int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new CommandFailure(
            ExitCode.FAILURE, "%s answered %d when asked for %s".formatted(url, status, day));
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILURE, "%s did not answer when asked for %s".formatted(url, day));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILURE, "interrupted");
    }
  }

  /** It was not started here. */
  @Override
  public void close() {}
}
