import com.adobe.epubcheck.tool.EpubChecker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** EPUBCheck of many books in one process: to load its schemas anew for each costs ten seconds, a book half of one. */
class CheckBooks {
  public static void main(String[] books) {
    PrintStream out = System.out;
    boolean fails = false;
    for (String book : books) {
      ByteArrayOutputStream report = new ByteArrayOutputStream();
      PrintStream to = new PrintStream(report, true, StandardCharsets.UTF_8);
      System.setOut(to);
      System.setErr(to);
      fails |= new EpubChecker().run(new String[] {"--failonwarnings", book}) != 0;
      out.println(book + ": " + withoutGreetings(report.toString(StandardCharsets.UTF_8)));
    }
    System.exit(fails ? 1 : 0);
  }

  /** Its XSLT library greets every schema with two lines about versions. */
  private static String withoutGreetings(String report) {
    return report.lines()
        .filter(line -> !line.isBlank() && !line.strip().equals("Warning"))
        .filter(line -> !line.contains("XSLT version ignored") && !line.startsWith("EPUBCheck completed"))
        .collect(Collectors.joining("\n"));
  }
}
