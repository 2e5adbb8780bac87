package io.shelfwise.recommend;

import io.micronaut.context.ApplicationContext;
import io.shelfwise.rpc.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The settings that recommend-service is delivered with. */
final class Defaults {
  private Defaults() {}

  /** Reads them as the service does, by starting one that no one calls. */
  static ModelSettings read(Path data) {
    try (ApplicationContext service =
        Launch.start(
            List.of("recommend-service"),
            Map.of(
                "shelfwise.recommend.listen",
                "in-process:defaults",
                "shelfwise.recommend.profile-target",
                "in-process:no-one",
                "shelfwise.recommend.data-directory",
                data.toString(),
                "shelfwise.recommend.drain",
                "0s",
                "shelfwise.access.required",
                false,
                "micronaut.server.port",
                -1))) {
      return service.getBean(ModelSettings.class);
    }
  }
}
