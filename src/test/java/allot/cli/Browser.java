package allot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, told what to do by WebDriver over loopback. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process driver;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;
  private String session = "";

  private Browser(Process driver, int port) {
    this.driver = driver;
    this.root = URI.create("http://127.0.0.1:" + port);
  }

  /** Where a program is, if it is installed. */
  static Optional<Path> program(String... names) {
    String paths = System.getenv().getOrDefault("PATH", "");
    for (String name : names) {
      for (String directory : paths.split(File.pathSeparator)) {
        Path program = Path.of(directory.isEmpty() ? "." : directory, name);
        if (Files.isExecutable(program)) {
          return Optional.of(program);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * @param home what the browser may write to
   */
  static Browser start(Path driver, Path chromium, Path home) throws Exception {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(driver.toString(), "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("driver.log").toFile());
    builder.environment().put("HOME", home.toString());
    Browser browser = new Browser(builder.start(), port);
    try {
      browser.awaitDriver();
      browser.open(chromium, home);
    } catch (Exception | AssertionError e) {
      browser.close();
      throw e;
    }
    return browser;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitDriver() throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (send("GET", "/status", Map.of()).get("ready").asBoolean()) {
          return;
        }
      } catch (IOException e) {
        // it does not listen yet
      }
      assertThat(System.nanoTime()).as("chromedriver starts").isLessThan(until);
      Thread.sleep(50);
    }
  }

  private void open(Path chromium, Path home) throws Exception {
    List<String> flags =
        List.of(
            "--headless=new",
            // it reads pages of our own alone, and is root in many a container
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--user-data-dir=" + home.resolve("profile"));
    Map<String, Object> capabilities =
        Map.of(
            "browserName",
            "chrome",
            "goog:loggingPrefs",
            Map.of("browser", "ALL", "performance", "ALL"),
            "goog:chromeOptions",
            Map.of("binary", chromium.toString(), "args", flags));
    Map<String, Object> wanted = Map.of("capabilities", Map.of("alwaysMatch", capabilities));
    session = "/session/" + send("POST", "/session", wanted).get("sessionId").asText();
  }

  /** Loads a page at a width, light or dark. */
  void load(URI page, int width, boolean dark) throws Exception {
    Map<String, Object> size =
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false);
    tell("Emulation.setDeviceMetricsOverride", size);
    Map<String, Object> scheme =
        Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light");
    tell("Emulation.setEmulatedMedia", Map.of("media", "screen", "features", List.of(scheme)));
    send("POST", session + "/url", Map.of("url", page.toString()));
  }

  private JsonNode tell(String command, Map<String, Object> parameters) throws Exception {
    Map<String, Object> body = Map.of("cmd", command, "params", parameters);
    return send("POST", session + "/goog/cdp/execute", body);
  }

  /** What a script finds in the page. */
  JsonNode ask(String script) throws Exception {
    return send("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
  }

  /** The page as it looks, from its top down to a height, as PNG. */
  byte[] picture(int width, int height) throws Exception {
    Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
    Map<String, Object> wanted = Map.of("captureBeyondViewport", true, "clip", clip);
    JsonNode taken = tell("Page.captureScreenshot", wanted);
    return Base64.getDecoder().decode(taken.get("data").asText());
  }

  /** What was written to a log since it was last asked: {@code browser} or {@code performance}. */
  JsonNode log(String type) throws Exception {
    return send("POST", session + "/se/log", Map.of("type", type));
  }

  private JsonNode send(String method, String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("POST")
                    ? BodyPublishers.ofString(JSON.writeValueAsString(body))
                    : BodyPublishers.noBody())
            .build();
    String answer = client.send(request, BodyHandlers.ofString()).body();
    JsonNode value = JSON.readTree(answer).get("value");
    assertThat(value.has("error")).as("%s: %s", path, answer).isFalse();
    return value;
  }

  @Override
  public void close() throws IOException {
    try {
      if (!session.isEmpty()) {
        send("DELETE", session, Map.of());
      }
      driver.destroy();
      if (!driver.waitFor(10, TimeUnit.SECONDS)) {
        driver.destroyForcibly();
      }
    } catch (InterruptedException e) {
      driver.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
