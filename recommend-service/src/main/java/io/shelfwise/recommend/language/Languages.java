package io.shelfwise.recommend.language;

import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * The languages that texts can be written in, each with the analysis that makes terms of its words.
 *
 * <p>A language is known here by a short code: that of its tag where there is an analysis for it,
 * that of a near relation such as {@code no} for {@code nb}, or {@value #UNKNOWN}, whose words are
 * taken as they are. Chinese, Japanese and Korean, which write no blanks between words, are indexed
 * by pairs of signs.
 */
public final class Languages extends DelegatingAnalyzerWrapper {
  /** The code of all languages that there is no analysis for. */
  static final String UNKNOWN = "und";

  /** What stands between the kind of text and the language in the name of a field. */
  private static final char SEPARATOR = '.';

  private static final Map<String, String> RELATIONS =
      Map.of("nb", "no", "nn", "no", "cmn", "zh", "yue", "zh");

  private static final Map<String, Supplier<Analyzer>> KNOWN = known();

  private final String usual;
  private final Map<String, Analyzer> analyzers = new ConcurrentHashMap<>();

  /**
   * The languages of a shop.
   *
   * @param usual the tag of the language of a text that does not tell its own
   */
  public Languages(String usual) {
    super(PER_FIELD_REUSE_STRATEGY);
    if (usual.isEmpty() || !isTag(usual)) {
      throw new IllegalArgumentException(
          "language: " + usual + " (expected: a tag as BCP 47 has them, such as en)");
    }
    this.usual = codeOf(usual);
  }

  private static Map<String, Supplier<Analyzer>> known() {
    Map<String, Supplier<Analyzer>> known = new HashMap<>();
    known.put(UNKNOWN, PlainAnalyzer::new);
    known.put("en", EnglishAnalyzer::new);
    known.put("de", GermanAnalyzer::new);
    known.put("zh", CJKAnalyzer::new);
    known.put("ja", CJKAnalyzer::new);
    known.put("ko", CJKAnalyzer::new);
    known.put("bg", BulgarianAnalyzer::new);
    known.put("ca", CatalanAnalyzer::new);
    known.put("cs", CzechAnalyzer::new);
    known.put("da", DanishAnalyzer::new);
    known.put("el", GreekAnalyzer::new);
    known.put("es", SpanishAnalyzer::new);
    known.put("et", EstonianAnalyzer::new);
    known.put("eu", BasqueAnalyzer::new);
    known.put("fa", PersianAnalyzer::new);
    known.put("fi", FinnishAnalyzer::new);
    known.put("fr", FrenchAnalyzer::new);
    known.put("ga", IrishAnalyzer::new);
    known.put("gl", GalicianAnalyzer::new);
    known.put("hi", HindiAnalyzer::new);
    known.put("hu", HungarianAnalyzer::new);
    known.put("id", IndonesianAnalyzer::new);
    known.put("it", ItalianAnalyzer::new);
    known.put("lt", LithuanianAnalyzer::new);
    known.put("lv", LatvianAnalyzer::new);
    known.put("nl", DutchAnalyzer::new);
    known.put("no", NorwegianAnalyzer::new);
    known.put("pt", PortugueseAnalyzer::new);
    known.put("ro", RomanianAnalyzer::new);
    known.put("ru", RussianAnalyzer::new);
    known.put("sr", SerbianAnalyzer::new);
    known.put("sv", SwedishAnalyzer::new);
    known.put("th", ThaiAnalyzer::new);
    known.put("tr", TurkishAnalyzer::new);
    return Map.copyOf(known);
  }

  /** Whether a text is a language's tag as BCP 47 has them. */
  public static boolean isTag(String text) {
    try {
      return !new Locale.Builder().setLanguageTag(text).build().getLanguage().isEmpty();
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** The code of the language of a text that tells this tag, or none. */
  public String code(String tag) {
    return tag.isEmpty() ? usual : codeOf(tag);
  }

  private static String codeOf(String tag) {
    String language = Locale.forLanguageTag(tag).getLanguage();
    String code = RELATIONS.getOrDefault(language, language);
    return KNOWN.containsKey(code) ? code : UNKNOWN;
  }

  /** The field that holds texts of a kind in the language with this code. */
  public static String field(String kind, String code) {
    return kind + SEPARATOR + code;
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return analyzers.computeIfAbsent(
        field.substring(field.lastIndexOf(SEPARATOR) + 1), Languages::analyzer);
  }

  private static Analyzer analyzer(String code) {
    Analyzer analyzer = KNOWN.getOrDefault(code, PlainAnalyzer::new).get();
    // These fold by themselves.
    return analyzer instanceof EnglishAnalyzer
            || analyzer instanceof GermanAnalyzer
            || analyzer instanceof PlainAnalyzer
        ? analyzer
        : new FoldedAnalyzer(analyzer);
  }

  @Override
  public void close() {
    analyzers.values().forEach(Analyzer::close);
    super.close();
  }
}
