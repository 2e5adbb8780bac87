package io.shelfwise.standalone.bench;

import io.grpc.stub.StreamObserver;
import io.shelfwise.candidate.v1.ProposeCandidatesResponse;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** What the answers to many calls hold. */
final class Answers {
  private final LongAdder answers = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder candidates = new LongAdder();
  private final LongAdder missing = new LongAdder();

  /** Counts an answer before it is handed on. */
  StreamObserver<ProposeCandidatesResponse> seenBy(
      StreamObserver<ProposeCandidatesResponse> observer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(ProposeCandidatesResponse answer) {
        observer.onNext(answer);
        answers.increment();
        bytes.add(answer.getSerializedSize());
        answer.getListsList().forEach(list -> candidates.add(list.getCandidatesCount()));
        missing.add(answer.getMissingCount());
      }

      @Override
      public void onError(Throwable t) {
        observer.onError(t);
      }

      @Override
      public void onCompleted() {
        observer.onCompleted();
      }
    };
  }

  /** One line for a person. */
  String summary() {
    double count = Math.max(1, answers.sum());
    return String.format(
        Locale.ROOT,
        "an answer holds %,.0f candidates in %.1f kB; %.3f recommenders missing",
        candidates.sum() / count,
        bytes.sum() / 1e3 / count,
        missing.sum() / count);
  }
}
