import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Consumers text FILE.pdf...: what PDFBox reads in each, as Apache Tika and so Elasticsearch and Solr do.
 * Consumers terms: a JSON array of texts on standard input; for each, what Lucene's Arabic analyzer would index.
 * Both print a JSON array.
 */
public final class Consumers {
  public static void main(String[] args) throws IOException {
    List<String> answers = new ArrayList<>();
    if (args[0].equals("text")) {
      for (int index = 1; index < args.length; index++) answers.add(quote(read(new File(args[index]))));
    } else {
      try (Analyzer analyzer = new ArabicAnalyzer()) {
        for (String text : strings(new String(System.in.readAllBytes(), StandardCharsets.UTF_8))) {
          answers.add(array(terms(analyzer, text)));
        }
      }
    }
    System.out.write(("[" + String.join(",", answers) + "]").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  private static String read(File file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<String> terms(Analyzer analyzer, String text) throws IOException {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) terms.add(term.toString());
      stream.end();
    }
    return terms;
  }

  private static String array(List<String> terms) {
    List<String> quoted = new ArrayList<>();
    for (String term : terms) quoted.add(quote(term));
    return "[" + String.join(",", quoted) + "]";
  }

  private static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit < 0x20 || unit == '"' || unit == '\\' || unit > 0x7e) json.append(String.format("\\u%04x", (int) unit));
      else json.append(unit);
    }
    return json.append('"').toString();
  }

  /** The strings of a JSON array of strings, as JSON.stringify writes it. */
  private static List<String> strings(String json) {
    List<String> strings = new ArrayList<>();
    StringBuilder text = null;
    for (int at = 0; at < json.length(); at++) {
      char unit = json.charAt(at);
      if (unit == '"') {
        if (text != null) strings.add(text.toString());
        text = text == null ? new StringBuilder() : null;
      } else if (text != null && unit == '\\') {
        char kind = json.charAt(++at);
        if (kind == 'u') {
          text.append((char) Integer.parseInt(json.substring(at + 1, at + 5), 16));
          at += 4;
        } else {
          int escape = "nrtbf".indexOf(kind);
          text.append(escape < 0 ? kind : "\n\r\t\b\f".charAt(escape));
        }
      } else if (text != null) {
        text.append(unit);
      }
    }
    return strings;
  }
}
