package io.shelfwise.gateway.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Puts into our form what the HTTP server refuses before the {@link Bridge} sees it, such as a
 * broken request line.
 */
@Singleton
final class ServerErrors implements ErrorResponseProcessor<String> {

  // Only the body's type changes, and the response is mutable.
  @SuppressWarnings("unchecked")
  @Override
  public MutableHttpResponse<String> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var answer = (MutableHttpResponse<String>) response;
    if (context.getRequest().getMethod() == HttpMethod.HEAD) {
      return answer;
    }
    HttpError error =
        HttpError.refused(response.code(), HttpStatus.getDefaultReason(response.code()));
    return answer.contentType(MediaType.APPLICATION_JSON_TYPE).body(Json.of(error.status()));
  }
}
