package io.shelfwise.gateway.http;

import com.google.protobuf.Message;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.shelfwise.gateway.GatewaySettings;
import io.shelfwise.gateway.route.RequestPath;
import io.shelfwise.gateway.route.Route;
import io.shelfwise.gateway.route.RouteTable;
import io.shelfwise.gateway.route.RouteTable.Found;
import io.shelfwise.rpc.AccessKey;
import io.shelfwise.rpc.Replies;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Answers every request over HTTP: the routes of the protos, and the few pages of the gateway's
 * own.
 */
@Singleton
final class Bridge {
  private static final String GET = "GET";
  private static final String HEAD = "HEAD";
  private static final String OPTIONS = "OPTIONS";

  /** Hardly anyone hears it: the caller went away while it sent, or the gateway ends. */
  private static final Status BROKEN_OFF =
      Status.newBuilder().setCode(Code.CANCELLED_VALUE).setMessage("the request broke off").build();

  private final RouteTable routes = new RouteTable(Route.all());
  private final List<AccessKey> keys;
  private final int largestBody;
  private final Calls calls;
  private final Pages pages;

  Bridge(GatewaySettings settings, Calls calls, Pages pages) {
    this.keys = settings.accessKeys();
    this.largestBody = settings.largestBody();
    this.calls = calls;
    this.pages = pages;
  }

  /** Answers a request, with an error as {@code google.rpc.Status}. */
  HttpResponse<String> answer(HttpRequest<?> request, InputStream body) {
    try (body) {
      return found(request, body);
    } catch (HttpError e) {
      MutableHttpResponse<String> answer = json(e.code(), Json.of(e.status()));
      e.headers().forEach(answer::header);
      return answer;
    } catch (IOException e) {
      return error(BROKEN_OFF);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return error(BROKEN_OFF);
    } catch (RuntimeException e) {
      return error(Replies.status(e));
    }
  }

  private HttpResponse<String> found(HttpRequest<?> request, InputStream body)
      throws IOException, InterruptedException {
    String path = request.getUri().getRawPath();
    boolean reads = GET.equals(request.getMethodName()) || HEAD.equals(request.getMethodName());
    if (!path.equals(Pages.HEALTH)) {
      requireKey(request);
    }
    Optional<HttpResponse<String>> page = reads ? pages.at(path) : Optional.empty();
    if (page.isPresent()) {
      return page.get();
    }
    String method = reads ? GET : request.getMethodName();
    return switch (routes.find(method, RequestPath.parse(path))) {
      case Found.Match match -> json(HttpStatus.OK.getCode(), Json.of(call(match, request, body)));
      case Found.OtherMethods others -> otherMethod(request, others.methods());
      case Found.Nothing nothing -> throw HttpError.noSuchPath();
    };
  }

  private Message call(Found.Match match, HttpRequest<?> request, InputStream body)
      throws IOException, InterruptedException {
    String query = Objects.requireNonNullElse(request.getUri().getRawQuery(), "");
    return calls.call(
        match,
        query,
        new RequestBody(request.getContentType(), body, request.getContentLength(), largestBody));
  }

  private void requireKey(HttpRequest<?> request) {
    String shown = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (!keys.isEmpty() && (shown == null || !AccessKey.isOneShownBy(keys, shown))) {
      throw HttpError.unauthenticated();
    }
  }

  /**
   * Tells which methods a path has: that is what OPTIONS asks, and what any other method is refused
   * with.
   */
  private static HttpResponse<String> otherMethod(
      HttpRequest<?> request, Iterable<String> methods) {
    NavigableSet<String> allowed = new TreeSet<>(List.of(OPTIONS));
    methods.forEach(allowed::add);
    if (allowed.contains(GET)) {
      allowed.add(HEAD);
    }
    if (!OPTIONS.equals(request.getMethodName())) {
      throw HttpError.otherMethods(allowed);
    }
    return HttpResponse.<String>noContent().header(HttpHeaders.ALLOW, String.join(", ", allowed));
  }

  private static HttpResponse<String> error(Status status) {
    return json(HttpCode.of(status.getCode()), Json.of(status));
  }

  private static MutableHttpResponse<String> json(int code, String body) {
    return HttpResponse.<String>status(code, HttpStatus.getDefaultReason(code))
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(body);
  }
}
