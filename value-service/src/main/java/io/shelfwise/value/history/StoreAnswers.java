package io.shelfwise.value.history;

import io.shelfwise.value.feed.CustomerEvent;
import io.shelfwise.value.feed.SurveyReply;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * What customers answered to a store's surveys: of each customer and question the latest answer, by
 * its own time. One thread adds, any number read.
 *
 * <p>It is bounded: beyond {@value #MOST_QUESTIONS} questions, further ones are not kept, and of a
 * question's choices beyond {@value #MOST_CHOICES} further ones are taken together as {@value
 * #OTHER}.
 */
public final class StoreAnswers {
  /** How many questions of a store are kept. */
  public static final int MOST_QUESTIONS = 1_000;

  /** How many choices of a question are told apart. */
  public static final int MOST_CHOICES = 200;

  /** What all further choices are. */
  public static final String OTHER = "(other)";

  private final Map<Question, Answers> answers = new ConcurrentHashMap<>();

  StoreAnswers() {}

  /** A question of a survey, by their ids. */
  public record Question(String survey, String question) {}

  /** The answers to one question, and the choices that were made of it. */
  private record Answers(Map<String, Dated> ofCustomer, Map<String, String> choices) {
    Answers() {
      this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    /** The reply, with one string for all who made the same choice. */
    SurveyReply kept(SurveyReply reply) {
      if (!(reply instanceof SurveyReply.Choice(String choice))) {
        return reply;
      }
      String known = choices.get(choice);
      if (known != null) {
        return new SurveyReply.Choice(known);
      }
      // What is taken together is no choice of its own: it must not take the place of one, or the
      // answers could not be read back as they were written.
      if (choice.equals(OTHER) || choices.size() >= MOST_CHOICES) {
        return new SurveyReply.Choice(OTHER);
      }
      choices.put(choice, choice);
      return reply;
    }
  }

  private record Dated(long timeMillis, SurveyReply reply) {}

  void apply(CustomerEvent.Answer answer) {
    Question question = new Question(answer.survey(), answer.question());
    Answers ofQuestion = answers.get(question);
    if (ofQuestion == null) {
      if (answers.size() >= MOST_QUESTIONS) {
        return;
      }
      ofQuestion = new Answers();
      answers.put(question, ofQuestion);
    }
    Dated now = new Dated(answer.timeMillis(), ofQuestion.kept(answer.reply()));
    var _ =
        ofQuestion
            .ofCustomer()
            .merge(
                answer.customer(),
                now,
                (before, after) -> before.timeMillis() > after.timeMillis() ? before : after);
  }

  void forget(String customer) {
    answers.values().forEach(ofQuestion -> ofQuestion.ofCustomer().remove(customer));
  }

  /** All questions that were answered, in no order. */
  public List<Question> questions() {
    return List.copyOf(answers.keySet());
  }

  /** Shows the answers to a question with the customers who gave them, in no order. */
  public void forEach(Question question, BiConsumer<String, SurveyReply> viewer) {
    Answers ofQuestion = answers.get(question);
    if (ofQuestion != null) {
      ofQuestion.ofCustomer().forEach((customer, dated) -> viewer.accept(customer, dated.reply()));
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(answers.size());
    for (Map.Entry<Question, Answers> entry : answers.entrySet()) {
      out.writeUTF(entry.getKey().survey());
      out.writeUTF(entry.getKey().question());
      out.writeInt(entry.getValue().ofCustomer().size());
      for (Map.Entry<String, Dated> answer : entry.getValue().ofCustomer().entrySet()) {
        out.writeUTF(answer.getKey());
        out.writeLong(answer.getValue().timeMillis());
        write(answer.getValue().reply(), out);
      }
    }
  }

  private static void write(SurveyReply reply, DataOutput out) throws IOException {
    switch (reply) {
      case SurveyReply.Figure(double value) -> {
        out.writeByte('n');
        out.writeDouble(value);
      }
      case SurveyReply.Choice(String choice) -> {
        out.writeByte('c');
        out.writeUTF(choice);
      }
      case SurveyReply.Words _ -> out.writeByte('w');
    }
  }

  static StoreAnswers read(DataInput in) throws IOException {
    StoreAnswers answers = new StoreAnswers();
    for (int questions = in.readInt(); questions > 0; questions--) {
      Question question = new Question(in.readUTF(), in.readUTF());
      Answers ofQuestion = new Answers();
      for (int count = in.readInt(); count > 0; count--) {
        ofQuestion
            .ofCustomer()
            .put(in.readUTF(), new Dated(in.readLong(), ofQuestion.kept(readReply(in))));
      }
      answers.answers.put(question, ofQuestion);
    }
    return answers;
  }

  private static SurveyReply readReply(DataInput in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 'n' -> new SurveyReply.Figure(in.readDouble());
      case 'c' -> new SurveyReply.Choice(in.readUTF());
      case 'w' -> new SurveyReply.Words();
      default -> throw new IOException("no such kind of answer: " + kind);
    };
  }
}
