package io.shelfwise.gateway.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Options;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request of every method to the {@link Bridge}, which knows the routes of the protos;
 * Micronaut knows none of them. HEAD comes as GET does.
 */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BridgeController {
  private static final String ROOT = "/";
  private static final String ELSE = "/{+path}";

  private final Bridge bridge;

  BridgeController(Bridge bridge) {
    this.bridge = bridge;
  }

  @Get(uris = {ROOT, ELSE})
  HttpResponse<String> get(HttpRequest<?> request) {
    return bridge.answer(request, InputStream.nullInputStream());
  }

  @Options(uris = {ROOT, ELSE})
  HttpResponse<String> options(HttpRequest<?> request) {
    return bridge.answer(request, InputStream.nullInputStream());
  }

  @Post(uris = {ROOT, ELSE})
  HttpResponse<String> post(HttpRequest<?> request, @Body @Nullable InputStream body) {
    return bridge.answer(request, orEmpty(body));
  }

  @Put(uris = {ROOT, ELSE})
  HttpResponse<String> put(HttpRequest<?> request, @Body @Nullable InputStream body) {
    return bridge.answer(request, orEmpty(body));
  }

  @Patch(uris = {ROOT, ELSE})
  HttpResponse<String> patch(HttpRequest<?> request, @Body @Nullable InputStream body) {
    return bridge.answer(request, orEmpty(body));
  }

  @Delete(uris = {ROOT, ELSE})
  HttpResponse<String> delete(HttpRequest<?> request, @Body @Nullable InputStream body) {
    return bridge.answer(request, orEmpty(body));
  }

  private static InputStream orEmpty(@Nullable InputStream body) {
    return body == null ? InputStream.nullInputStream() : body;
  }
}
